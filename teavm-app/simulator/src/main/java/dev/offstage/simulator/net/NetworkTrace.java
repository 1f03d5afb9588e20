package dev.offstage.simulator.net;

import java.util.Arrays;
import java.util.List;

/** How bandwidth and latency change over time. Behind its end it starts over. */
public final class NetworkTrace {
  /**
   * A stretch of time.
   *
   * @param durationMs how long
   * @param bandwidthBps bits per second that all transfers share; 0 for a dead line
   * @param latencyMs from a request to the first byte of its answer
   */
  public record Step(double durationMs, double bandwidthBps, double latencyMs) {}

  private final List<Step> steps;

  /** When each step ends, from the start of the trace. */
  private final double[] endsMs;

  private final double lengthMs;

  /**
   * @param steps at least one; each lasts longer than nothing
   */
  public NetworkTrace(List<Step> steps) {
    this.steps = List.copyOf(steps);
    endsMs = new double[steps.size()];
    double sum = 0;
    for (int i = 0; i < endsMs.length; i++) {
      Step step = steps.get(i);
      if (!(step.durationMs() > 0)) {
        throw new IllegalArgumentException("a step of " + step.durationMs() + " ms");
      }
      sum += step.durationMs();
      endsMs[i] = sum;
    }
    lengthMs = sum;
  }

  /** Always the same. */
  public static NetworkTrace constant(double bandwidthBps, double latencyMs) {
    return new NetworkTrace(List.of(new Step(Double.POSITIVE_INFINITY, bandwidthBps, latencyMs)));
  }

  /** What holds {@code timeMs} after the start. */
  public Step at(double timeMs) {
    return steps.get(indexAt(intoCycle(timeMs)));
  }

  /** When the next step begins, later than {@code timeMs}; infinity for never. */
  public double nextChangeMs(double timeMs) {
    double inCycleMs = intoCycle(timeMs);
    double leftMs = endsMs[indexAt(inCycleMs)] - inCycleMs;
    // Never the same moment again, however the sums are rounded.
    return Math.max(timeMs + leftMs, Math.nextUp(timeMs));
  }

  private int indexAt(double inCycleMs) {
    int found = Arrays.binarySearch(endsMs, inCycleMs);
    return Math.min(found >= 0 ? found + 1 : -found - 1, endsMs.length - 1);
  }

  private double intoCycle(double timeMs) {
    return Double.isInfinite(lengthMs) ? timeMs : timeMs % lengthMs;
  }
}
