package dev.offstage.engine.player;

/**
 * Decides what to do about an element whose time stands although it has media to play: browsers
 * come to that by bugs of their own, and by media that is not quite right. A pure function.
 */
final class StuckPolicy {
  /** What to do. */
  enum Cure {
    /** Nothing, yet. */
    WAIT,
    /** Move it by a frame. */
    NUDGE,
    /** Move it by more than a group of pictures of trouble. */
    SEEK,
    /** Give it another MediaSource. */
    REBUILD,
    /** Nothing helps. */
    GIVE_UP
  }

  private static final Cure[] CURES = {Cure.NUDGE, Cure.SEEK, Cure.REBUILD, Cure.GIVE_UP};

  /** An element gets this long to go on by itself, and after each cure. */
  private static final double PATIENCE_MS = 2_000;

  /** What an element may have to do before it starts, or after a seek, takes longer. */
  private static final double SEEK_PATIENCE_MS = 5_000;

  private StuckPolicy() {}

  /**
   * The next cure.
   *
   * @param stuckMs for how long time has stood, since the last cure if there was one
   * @param seeking whether the element is in the midst of a seek
   * @param curesTried how many there were since time has passed last
   */
  static Cure next(double stuckMs, boolean seeking, int curesTried) {
    boolean patient = seeking || curesTried > 1;
    if (stuckMs < (patient ? SEEK_PATIENCE_MS : PATIENCE_MS)) {
      return Cure.WAIT;
    }
    return CURES[Math.min(curesTried, CURES.length - 1)];
  }
}
