package dev.offstage.engine.abr;

/**
 * The insufficient buffer rule: no segment that would take longer to come than the buffer lasts,
 * with a margin that grows over the first segments, when there is little to measure by.
 */
final class BufferSafety {
  private static final double FIRST_FACTOR = 0.9;
  private static final double LEAST_FACTOR = 0.5;

  private BufferSafety() {}

  /**
   * The highest quality that is safe.
   *
   * @param wanted no higher than this
   * @param decisions how many segments have been chosen by this rule before
   */
  static int highest(QualityPolicy.Situation situation, int wanted, int decisions) {
    if (!situation.measured()) {
      return wanted;
    }
    double factor = FIRST_FACTOR;
    for (int i = 1; i < decisions && factor > LEAST_FACTOR; i++) {
      factor *= FIRST_FACTOR;
    }
    double safeBits =
        Math.max(factor, LEAST_FACTOR)
            * (situation.bufferedS() - situation.latencyS())
            * situation.bandwidthBps();
    return Math.min(wanted, situation.ladder().within(safeBits / situation.upcoming().segmentS()));
  }
}
