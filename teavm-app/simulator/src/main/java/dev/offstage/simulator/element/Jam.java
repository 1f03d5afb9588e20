package dev.offstage.simulator.element;

/** What helps an element whose time stands although it has media. */
public enum Jam {
  /** Any seek. */
  UNTIL_NUDGED,
  /** A seek by some frames. */
  UNTIL_SOUGHT,
  /** Another MediaSource. */
  UNTIL_REBUILT,
  /** Nothing. */
  FOR_GOOD;

  private static final double SOME_FRAMES_S = 0.1;

  boolean isCuredBySeek(double byS) {
    return this == UNTIL_NUDGED || this == UNTIL_SOUGHT && byS >= SOME_FRAMES_S;
  }
}
