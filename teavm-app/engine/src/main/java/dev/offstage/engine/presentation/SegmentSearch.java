package dev.offstage.engine.presentation;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Looks in a media file without an index for places where segments can begin. Whoever has the
 * network asks {@link #wantedAt}, loads that, hands it to {@link #take} piece by piece, and so on
 * until nothing is wanted.
 */
public interface SegmentSearch {
  /**
   * The segments as far as they are known. Between places that are far apart, what may be many is
   * one: that is only to be loaded if nothing is wanted there.
   */
  SegmentIndex index();

  /**
   * What to load to know the segment at a moment.
   *
   * @param timeS seconds of the period
   * @return null where it is known
   */
  @Nullable ByteRange wantedAt(double timeS);

  /**
   * Takes the next piece of what was asked for last.
   *
   * @return whether no more of it is needed
   */
  boolean take(Bytes piece);

  /** What was asked for last comes anew, from its start. */
  void restart();

  /** All there is of what was asked for last has come. */
  void end();
}
