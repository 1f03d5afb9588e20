package dev.offstage.engine.player;

import dev.offstage.engine.media.TimeRanges;
import java.util.List;

/** Decides whether the element should be moved over a gap in the media. A pure function. */
final class GapPolicy {
  /** How far into the next range to land: browsers round its start. */
  private static final double LANDING_S = 0.001;

  private GapPolicy() {}

  /**
   * Where to go from {@code positionS}. Each track is asked for itself: what one has behind its gap
   * may be more than the others have loaded yet.
   *
   * @param neededToS up to where there must be media for the element to go on
   * @param byTrack what each track has buffered, at least one
   * @param settled whether no more media is to come for this position
   * @return the new position, or {@link Double#NaN} to stay
   */
  static double target(
      double positionS, double neededToS, List<TimeRanges> byTrack, boolean settled) {
    double target = positionS;
    for (TimeRanges its : byTrack) {
      if (its.indexAt(positionS) < 0 || its.indexAt(neededToS) < 0) {
        double next = nextStartS(its, positionS);
        if (Double.isNaN(next)) {
          return Double.NaN;
        }
        target = Math.max(target, next);
      }
    }
    return settled && target > positionS ? target + LANDING_S : Double.NaN;
  }

  private static double nextStartS(TimeRanges ranges, double timeS) {
    for (int i = 0; i < ranges.count(); i++) {
      if (ranges.startS(i) > timeS) {
        return ranges.startS(i);
      }
    }
    return Double.NaN;
  }
}
