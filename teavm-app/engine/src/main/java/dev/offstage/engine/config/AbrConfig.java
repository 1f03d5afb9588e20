package dev.offstage.engine.config;

/**
 * How qualities are chosen.
 *
 * @param policy the policy's name; the default policy for a name that is none
 * @param initialBandwidthBps bits per second assumed until transfers have been measured
 * @param safetyFactor the part of the measured bandwidth that media may use, 0 to 1
 * @param maxBitrateBps no quality of more bits per second is chosen, but for the lowest; infinite
 *     for no limit
 * @param widthPx pixels that the element shows: no quality is chosen where one with fewer pixels
 *     fills them; 0 for no limit
 * @param heightPx likewise
 */
public record AbrConfig(
    String policy,
    double initialBandwidthBps,
    double safetyFactor,
    double maxBitrateBps,
    double widthPx,
    double heightPx) {

  /** For an element of any size. */
  public AbrConfig(
      String policy, double initialBandwidthBps, double safetyFactor, double maxBitrateBps) {
    this(policy, initialBandwidthBps, safetyFactor, maxBitrateBps, 0, 0);
  }
}
