package dev.offstage.engine.buffer;

import dev.offstage.engine.config.BufferConfig;

/** Decides how much media to hold. Pure functions of goals and positions, all in seconds. */
public final class BufferPolicy {
  /** Removing little by little costs more than it frees. */
  private static final double SMALLEST_REMOVAL_S = 4;

  /** The element may be this much behind where the worker takes it to be. */
  public static final double PLAYHEAD_GUARD_S = 0.5;

  private BufferPolicy() {}

  /** Whether to load more when so much media is there or on its way, gaps not counted. */
  public static boolean wantsMore(BufferConfig goals, double mediaAheadS) {
    return mediaAheadS < goals.aheadS();
  }

  /**
   * Up to where old media should be removed.
   *
   * @param bufferedFromS where the first buffered range starts
   * @return the end of the removal, or 0 for none
   */
  public static double removeBehindToS(BufferConfig goals, double positionS, double bufferedFromS) {
    double keepFrom = positionS - Math.max(goals.behindS(), PLAYHEAD_GUARD_S);
    double slack = Math.min(SMALLEST_REMOVAL_S, goals.behindS());
    return keepFrom - bufferedFromS > slack ? keepFrom : 0;
  }

  /**
   * From where media too far ahead (left by a seek back) should be removed.
   *
   * @param mediaAheadS seconds of media ahead, gaps not counted
   * @param longestSegmentS how long the segments are at most
   * @return the start of the removal, or infinity for none
   */
  public static double removeAheadFromS(
      BufferConfig goals, double positionS, double mediaAheadS, double longestSegmentS) {
    double keepS = goals.aheadS() + 2 * longestSegmentS;
    // The frame that is shown at that moment stays, so what is left ends a little later.
    return mediaAheadS > keepS + SMALLEST_REMOVAL_S ? positionS + keepS : Double.POSITIVE_INFINITY;
  }
}
