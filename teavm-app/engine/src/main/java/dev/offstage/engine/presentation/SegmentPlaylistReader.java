package dev.offstage.engine.presentation;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import org.jspecify.annotations.Nullable;

/** Reads the playlist that names the segments of a Representation. */
public interface SegmentPlaylistReader {
  /**
   * Reads a playlist.
   *
   * @param data all of it
   * @param url where it came from, after redirects, absolute
   * @param before what this reader made of the same playlist when it was loaded last, or null
   * @param other the segments of another Representation that are known best; null for none. What
   *     goes on has no beginning: only the others tell where on the timeline a playlist begins
   * @return its segments; {@code before} itself where nothing has changed
   * @throws ParserException malformed or unsupported
   */
  SegmentIndex read(
      Bytes data, String url, @Nullable SegmentIndex before, @Nullable SegmentIndex other);
}
