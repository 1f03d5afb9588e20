package dev.offstage.engine.player;

import dev.offstage.engine.media.TimeRanges;

/**
 * Where the element is playing, as the worker believes: the page's last observation, carried on by
 * the clock. A frozen page sends none for seconds, and playback goes on all the same; so must
 * loading.
 *
 * <p>The belief moves only where there is data, as the element does: it is clamped by what is
 * buffered, at every step, and so waits where the element would stall.
 */
final class Playhead {
  private double positionS;
  private double rate = 1;
  private boolean moving;
  private double asOfMs;

  Playhead(double startS, double nowMs) {
    positionS = startS;
    asOfMs = nowMs;
  }

  /**
   * Takes in what the page saw. What it saw at {@code atMs} is carried on to {@code nowMs}.
   *
   * @param moving whether time was passing
   */
  void observe(
      double positionS, double rate, boolean moving, double atMs, double nowMs, TimeRanges there) {
    this.positionS = positionS;
    this.rate = rate;
    this.moving = moving;
    this.asOfMs = Math.min(atMs, nowMs);
    advance(nowMs, there);
  }

  /** The element has been told to go there. */
  void jump(double positionS, double nowMs) {
    this.positionS = positionS;
    this.asOfMs = nowMs;
  }

  /**
   * Carries the position on to {@code nowMs}.
   *
   * @param there what all tracks have buffered
   */
  void advance(double nowMs, TimeRanges there) {
    double elapsedS = Math.max(0, nowMs - asOfMs) / 1_000;
    asOfMs = nowMs;
    if (!moving || elapsedS == 0) {
      return;
    }
    int range = there.indexAt(positionS);
    if (range >= 0) {
      positionS = Math.min(positionS + elapsedS * rate, there.endS(range));
      positionS = Math.max(positionS, there.startS(range));
    }
  }

  /** Seconds on the presentation's timeline. */
  double positionS() {
    return positionS;
  }

  /** Whether time is believed to pass. */
  boolean isMoving() {
    return moving;
  }
}
