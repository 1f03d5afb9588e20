package dev.offstage.e2e.page;

/**
 * How much time passed, in seconds.
 *
 * @param media by the media element
 * @param wall by the clock
 */
public record Passed(double media, double wall) {
  /** How far the media has fallen behind the clock. */
  public double lost() {
    return wall - media;
  }
}
