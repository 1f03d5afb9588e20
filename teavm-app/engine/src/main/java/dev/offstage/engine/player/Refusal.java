package dev.offstage.engine.player;

import dev.offstage.engine.error.PlayerError;

/**
 * An append that has been refused. An element that has failed takes no more media, and its page
 * says so in a moment, in one order or the other. Only where a page that has looked at it since
 * says nothing, the media is to blame.
 *
 * @param error what to say if it is
 * @param atMs when it was refused
 */
record Refusal(PlayerError error, double atMs) {
  /** So long after it a page would have heard if the element had failed. */
  static final double VERDICT_MS = 1_000;

  /** Pages may be frozen, and there is nothing to play on an element that takes no media. */
  private static final double LONGEST_VERDICT_MS = 600_000;

  /**
   * Whether the element cannot have been the reason any more.
   *
   * @param seenAtMs when the page looked at it last
   */
  boolean isTheMediasFault(double seenAtMs, double nowMs) {
    return seenAtMs > atMs + VERDICT_MS || nowMs > atMs + LONGEST_VERDICT_MS;
  }
}
