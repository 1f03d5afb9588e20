package dev.offstage.engine.player;

import dev.offstage.engine.media.TimeRanges;

/** Decides whether the element should be moved over a gap in the media. A pure function. */
final class GapPolicy {
  /** How far into the next range to land: browsers round its start. */
  private static final double LANDING_S = 0.001;

  private GapPolicy() {}

  /**
   * Where to go from {@code positionS}.
   *
   * @param there what all tracks have buffered
   * @param settled whether no more media is to come for this position
   * @return the new position, or {@link Double#NaN} to stay
   */
  static double target(double positionS, TimeRanges there, boolean settled) {
    if (!settled || there.indexAt(positionS) >= 0) {
      return Double.NaN;
    }
    int next = there.indexFrom(positionS);
    return next < 0 ? Double.NaN : there.startS(next) + LANDING_S;
  }
}
