package dev.offstage.engine.player;

import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.protocol.Command;

/**
 * Notices from observations that the element's time stands although it has media to play. Only what
 * the page has seen counts: a page that is frozen sees nothing, and its element plays all the same.
 */
final class StuckWatch {
  /** With less than this ahead an element may well wait for more. */
  private static final double NEEDED_S = 0.5;

  /** Less is no progress but rounding, or the nudge. */
  private static final double PROGRESS_S = 0.05;

  /** After so much playback whatever was wrong is forgotten. */
  private static final double CURED_S = 4;

  /** Between two observations that are further apart the page has been frozen. */
  private static final double LONGEST_STEP_MS = 2_000;

  private double positionS = Double.NaN;
  private double lastMs;
  private double stuckMs;
  private boolean stoodBefore;
  private double playedS;
  private int curesTried;

  /**
   * Takes in what the page saw.
   *
   * @param there what all tracks have buffered
   * @param ended whether there is no more to come, so that any media is enough
   * @return what to do about it
   */
  StuckPolicy.Cure observe(Command.Observe seen, TimeRanges there, boolean ended) {
    if (seen.readyState() == 0) {
      return StuckPolicy.Cure.WAIT; // it has no media yet, or is getting other media
    }
    double elapsedMs = Math.min(seen.atMs() - lastMs, LONGEST_STEP_MS);
    lastMs = seen.atMs();
    boolean wants = !seen.paused() && !seen.ended() && seen.rate() > 0;
    int range = there.indexAt(seen.positionS());
    boolean hasMedia = range >= 0 && (ended || there.endS(range) - seen.positionS() > NEEDED_S);
    boolean stands = wants && Math.abs(seen.positionS() - positionS) < PROGRESS_S;
    boolean counts = stoodBefore && hasMedia;
    stoodBefore = wants && hasMedia;
    if (!stands) {
      double passedS = seen.positionS() - positionS;
      playedS += passedS > 0 && passedS < CURED_S ? passedS : 0; // else it was a seek
      if (playedS > CURED_S) {
        curesTried = 0;
      }
      positionS = seen.positionS();
      stuckMs = 0;
      return StuckPolicy.Cure.WAIT;
    }
    if (!counts) {
      return StuckPolicy.Cure.WAIT; // what is missing does not make up for what has been waited
    }
    stuckMs += elapsedMs;
    StuckPolicy.Cure cure = StuckPolicy.next(stuckMs, seen.seeking(), curesTried);
    if (cure != StuckPolicy.Cure.WAIT) {
      curesTried++;
      playedS = 0;
      stuckMs = 0;
    }
    return cure;
  }
}
