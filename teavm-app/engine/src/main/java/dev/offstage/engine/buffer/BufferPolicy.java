package dev.offstage.engine.buffer;

import dev.offstage.engine.config.BufferConfig;

/** Decides how much media to hold. Pure functions of goals and positions, all in seconds. */
public final class BufferPolicy {
  /** Removing little by little costs more than it frees. */
  private static final double SMALLEST_REMOVAL_S = 4;

  private BufferPolicy() {}

  /** Whether to load more when media reaches to {@code loadedToS} without a break. */
  public static boolean wantsMore(BufferConfig goals, double positionS, double loadedToS) {
    return loadedToS - positionS < goals.aheadS();
  }

  /**
   * Up to where old media should be removed.
   *
   * @param bufferedFromS where the first buffered range starts
   * @return the end of the removal, or 0 for none
   */
  public static double removeBehindToS(BufferConfig goals, double positionS, double bufferedFromS) {
    double keepFrom = positionS - goals.behindS();
    double slack = Math.min(SMALLEST_REMOVAL_S, goals.behindS());
    return keepFrom - bufferedFromS > slack ? keepFrom : 0;
  }

  /**
   * From where media too far ahead (left by a seek back) should be removed.
   *
   * @param bufferedToS where the last buffered range ends
   * @param longestSegmentS how long the segments are at most
   * @return the start of the removal, or infinity for none
   */
  public static double removeAheadFromS(
      BufferConfig goals, double positionS, double bufferedToS, double longestSegmentS) {
    double keepTo = positionS + goals.aheadS() + 2 * longestSegmentS + SMALLEST_REMOVAL_S;
    return bufferedToS > keepTo ? keepTo : Double.POSITIVE_INFINITY;
  }
}
