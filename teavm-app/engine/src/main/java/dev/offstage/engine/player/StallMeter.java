package dev.offstage.engine.player;

/**
 * Counts how often and how long playback halts for want of data, by the worker's own idea of the
 * playhead: a page that is frozen neither sees it nor tells.
 */
final class StallMeter {
  /** Shorter ones may be the idea's, and not the viewer's. */
  private static final double LEAST_MS = 250;

  private int count;
  private double totalMs;
  private double sinceMs = Double.NaN;
  private double countedToMs;

  /**
   * Takes note of a moment.
   *
   * @param starving whether the playhead would move and has nothing to move on
   */
  void look(double nowMs, boolean starving) {
    if (!starving) {
      sinceMs = Double.NaN;
    } else if (Double.isNaN(sinceMs)) {
      sinceMs = nowMs;
      countedToMs = nowMs;
    } else if (nowMs - sinceMs >= LEAST_MS) {
      count += countedToMs == sinceMs ? 1 : 0;
      totalMs += nowMs - countedToMs;
      countedToMs = nowMs;
    }
  }

  /** How often. */
  int count() {
    return count;
  }

  /** How long altogether, the current one included. */
  double totalS() {
    return totalMs / 1_000;
  }
}
