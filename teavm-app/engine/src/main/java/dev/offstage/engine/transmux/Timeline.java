package dev.offstage.engine.transmux;

/**
 * Counts the 33 bits of timestamps on (ISO/IEC 13818-1, section 2.4.3.7). One for all tracks of a
 * stream, so that they agree.
 */
final class Timeline {
  /** Ticks per second. */
  static final int RATE = 90000;

  private static final double WRAP = 8589934592.0;

  /** What lies farther from the latest timestamp does not move it: it may be a damaged one. */
  private static final double TRUSTED = WRAP / 4;

  private double reference = Double.NaN;

  /** The next timestamp is about {@code timeS}; NaN if there is nothing to go by. */
  void expect(double timeS) {
    reference = timeS * RATE;
  }

  /** Where the latest timestamp was, or is expected, in ticks, or NaN. */
  double reference() {
    return reference;
  }

  /**
   * The time that is meant by a timestamp.
   *
   * @param ticks from 0 to 2^33 - 1
   * @return an integer, maybe negative
   */
  double unroll(double ticks) {
    if (Double.isNaN(reference)) {
      reference = ticks;
      return ticks;
    }
    double time = ticks + Math.floor((reference - ticks) / WRAP + 0.5) * WRAP;
    if (Math.abs(time - reference) < TRUSTED) {
      reference = time;
    }
    return time;
  }
}
