package dev.offstage.engine.player;

/**
 * Decides where to play in a stream that goes on. Pure functions; times are seconds on the
 * presentation's timeline.
 */
final class LivePolicy {
  /** A position this little before the window is at its start. */
  private static final double SLACK_S = 0.5;

  /** Who has brought nothing new for so many updates is late. */
  private static final double LATE_UPDATES = 3;

  /** Who has brought nothing new for so many updates, or so long, will bring nothing any more. */
  private static final double OVER_UPDATES = 12;

  private static final double OVER_MS = 60_000;

  /**
   * What there is of a stream at a moment.
   *
   * @param startS where the first segment starts
   * @param endS where the last one ends
   * @param updateS how often there is something new
   * @param holdBackS how far from the end to play
   */
  record Window(double startS, double endS, double updateS, double holdBackS) {
    /** The latest position from which playback is expected to go on without a halt. */
    double syncS() {
      return Math.max(startS, endS - holdBackS);
    }
  }

  private LivePolicy() {}

  /**
   * Where to begin.
   *
   * @param wantedS by the application, where negative from the end; NaN if it does not say
   * @param toldS by the manifest; NaN if it does not say
   */
  static double startS(double wantedS, double toldS, Window window) {
    double latestS = Math.max(window.startS, window.endS - window.updateS);
    if (!Double.isNaN(wantedS)) {
      double positionS = wantedS < 0 ? window.endS + wantedS : wantedS;
      return Math.max(window.startS, Math.min(positionS, wantedS < 0 ? latestS : window.syncS()));
    }
    return Double.isNaN(toldS) ? window.syncS() : Math.min(toldS, latestS);
  }

  /**
   * Where to go from a position at which there is nothing to play.
   *
   * @param sought whether the viewer has just gone there
   * @return NaN to stay: what is missing is on its way, or will be
   */
  static double rescueS(double positionS, boolean sought, Window window) {
    if (positionS < window.startS - SLACK_S) {
      // The oldest segment may be gone before it has come.
      return Math.min(window.startS + window.updateS, window.syncS());
    }
    double tooLateS = window.endS + (sought ? -1 : 1) * window.updateS;
    return positionS > tooLateS && positionS > window.syncS() + SLACK_S
        ? window.syncS()
        : Double.NaN;
  }

  /** Whether a stream that has brought nothing new for so long is late. */
  static boolean isLate(double staleMs, double updateS) {
    return staleMs > LATE_UPDATES * updateS * 1_000;
  }

  /** Whether it is given up. */
  static boolean isOver(double staleMs, double updateS) {
    return staleMs > Math.max(OVER_MS, OVER_UPDATES * updateS * 1_000);
  }
}
