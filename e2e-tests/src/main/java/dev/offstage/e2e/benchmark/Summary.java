package dev.offstage.e2e.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** Where the values of a series lie. Quartiles are interpolated between neighbours. */
record Summary(
    int count, double min, double lowerQuartile, double median, double upperQuartile, double max) {

  /**
   * @throws IllegalArgumentException if there are no values
   */
  static Summary of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Summary(
        sorted.length,
        sorted[0],
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  private static double quantile(double[] sorted, double fraction) {
    double at = fraction * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
