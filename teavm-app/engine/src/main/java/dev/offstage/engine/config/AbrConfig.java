package dev.offstage.engine.config;

/**
 * How qualities are chosen.
 *
 * @param initialBandwidthBps bits per second assumed until transfers have been measured
 * @param safetyFactor the part of the measured bandwidth that media may use, 0 to 1
 */
public record AbrConfig(double initialBandwidthBps, double safetyFactor) {}
