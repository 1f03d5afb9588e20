package dev.offstage.engine.stream;

import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Representation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the Representation of the next segment, and hears what comes of it. */
public interface QualityChooser {
  /**
   * What there is to choose from, and for.
   *
   * @param set one of its Representations is to be chosen
   * @param bufferedS seconds of media ahead of the playhead
   * @param goalS with less than this ahead, more is loaded
   * @param currentId the Representation loaded last, or null
   * @param upcoming the segments to come
   */
  record Offer(
      AdaptationSet set,
      double bufferedS,
      double goalS,
      @Nullable String currentId,
      UpcomingSegments upcoming) {}

  /**
   * A segment on its way.
   *
   * @param representation its quality
   * @param sizeBits how large it is, or will be by estimate
   * @param elapsedS since it was requested
   * @param waitedS of these, until its first byte came
   * @param lateS how long a time of late is looked at apart
   * @param lateBits what has come in it
   */
  record Progress(
      Representation representation,
      double sizeBits,
      double receivedBits,
      double elapsedS,
      double waitedS,
      double lateS,
      double lateBits) {}

  /**
   * A segment that is in the buffer, and could be loaded again.
   *
   * @param representation what it is of
   * @param aheadS how long it is until it plays
   * @param upcoming it and the segments behind it
   */
  record Buffered(Representation representation, double aheadS, UpcomingSegments upcoming) {}

  /**
   * What to load again.
   *
   * @param segment which of the segments
   * @param representation in which quality
   */
  record Again(int segment, Representation representation) {}

  /**
   * Which to load now. May be asked any number of times before one is loaded.
   *
   * @return one of the set's; null to wait a little, and ask again
   */
  @Nullable Representation choose(Offer offer);

  /** A segment of the Representation that was chosen last is being loaded. */
  void onStarted();

  /**
   * It has come.
   *
   * @param offer with the segment in the buffer
   * @param elapsedS how long it took
   */
  void onLoaded(Offer offer, Representation representation, double elapsedS);

  /**
   * Whether to give up a segment that is on its way and choose anew.
   *
   * @param offer without the segment
   */
  boolean givesUp(Offer offer, Progress progress);

  /**
   * Whether to load a buffered segment again, in another quality, before what comes next.
   *
   * @param offer what comes next
   * @param segments in the order in which they play
   * @return null to leave them as they are
   */
  @Nullable Again again(Offer offer, List<Buffered> segments);

  /** Whether to stop loading a segment again. What is in the buffer of it plays then. */
  boolean stopsAgain(Offer offer, Buffered segment, Progress progress);
}
