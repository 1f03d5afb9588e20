package dev.offstage.engine.abr;

/** An average whose past loses half of its weight with every half-life of measured time. */
final class Ewma {
  private final double halfLifeMs;
  private double sum;
  private double weight;

  Ewma(double halfLifeMs) {
    this.halfLifeMs = halfLifeMs;
  }

  /** Takes in {@code value}, which held for {@code durationMs}. */
  void add(double durationMs, double value) {
    double keep = Math.pow(0.5, durationMs / halfLifeMs);
    sum = sum * keep + value * (1 - keep);
    weight = weight * keep + (1 - keep);
  }

  /** How much has been taken in, from 0 (nothing) towards 1. */
  double weight() {
    return weight;
  }

  /** The average; the start is corrected for, so the first value counts in full. */
  double average() {
    return sum / weight;
  }
}
