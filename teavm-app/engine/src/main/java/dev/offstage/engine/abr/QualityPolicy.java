package dev.offstage.engine.abr;

/** Chooses the quality of the next segment. Without side effects. */
public interface QualityPolicy {
  /**
   * What a choice is made from.
   *
   * @param bitratesBps the qualities on offer, in rising order, at least one
   * @param bandwidthBps what the network gives
   * @param safetyFactor the part of it that media may use
   * @param reservedBps what the other tracks need
   * @param bufferedS seconds of media ahead of the playhead
   * @param currentIndex the quality loaded last, or -1 at the start
   */
  record Situation(
      int[] bitratesBps,
      double bandwidthBps,
      double safetyFactor,
      double reservedBps,
      double bufferedS,
      int currentIndex) {}

  /** The index of the quality to load next. */
  int choose(Situation situation);
}
