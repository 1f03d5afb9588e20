package dev.offstage.engine.player;

import dev.offstage.engine.media.TimeRanges;
import java.util.List;

/** Decides whether the element should be moved over a gap in the media. Pure functions. */
final class GapPolicy {
  /** How far into the next range to land: browsers round its start. */
  private static final double LANDING_S = 0.001;

  /** A segment's start and the first frame of it may differ by this much. */
  private static final double TOLERANCE_S = 0.1;

  /** Gaps up to this long are not waited at: nobody notices. */
  private static final double SMALL_S = 0.5;

  /** A browser gets this long to get over a larger gap by itself. */
  private static final double PATIENCE_MS = 150;

  /**
   * What there is of one track.
   *
   * @param buffered what is in its SourceBuffer
   * @param awaitedFromS from where on media is still to come; infinite where none is wanted
   */
  record Track(TimeRanges buffered, double awaitedFromS) {}

  private GapPolicy() {}

  /**
   * Where to go from {@code positionS}. Each track is asked for itself: what one has behind its gap
   * may be more than the others have loaded yet. But what is still to come of a track is no gap: it
   * is waited for, even where something is buffered behind it.
   *
   * @param neededToS up to where there must be media for the element to go on
   * @param tracks at least one
   * @return the new position, or {@link Double#NaN} to stay
   */
  static double target(double positionS, double neededToS, List<Track> tracks) {
    double target = positionS;
    for (Track track : tracks) {
      if (track.awaitedFromS <= neededToS) {
        return Double.NaN;
      }
      TimeRanges its = track.buffered;
      int range = its.indexAt(positionS);
      if (range < 0 || range != its.indexAt(neededToS)) {
        double next = nextStartS(its, positionS);
        if (Double.isNaN(next) || next > track.awaitedFromS + TOLERANCE_S) {
          return Double.NaN;
        }
        target = Math.max(target, next);
      }
    }
    return target > positionS ? target + LANDING_S : Double.NaN;
  }

  /** How long to wait before a gap of this length is jumped. */
  static double patienceMs(double gapS) {
    return gapS <= SMALL_S ? 0 : PATIENCE_MS;
  }

  private static double nextStartS(TimeRanges ranges, double timeS) {
    int next = ranges.indexFrom(Math.nextUp(timeS));
    return next < 0 ? Double.NaN : ranges.startS(next);
  }
}
