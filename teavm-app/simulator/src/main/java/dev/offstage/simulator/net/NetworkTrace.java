package dev.offstage.simulator.net;

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
  private final double lengthMs;

  /**
   * @param steps at least one; each lasts longer than nothing
   */
  public NetworkTrace(List<Step> steps) {
    this.steps = List.copyOf(steps);
    double sum = 0;
    for (Step step : steps) {
      if (!(step.durationMs() > 0)) {
        throw new IllegalArgumentException("a step of " + step.durationMs() + " ms");
      }
      sum += step.durationMs();
    }
    lengthMs = sum;
  }

  /** Always the same. */
  public static NetworkTrace constant(double bandwidthBps, double latencyMs) {
    return new NetworkTrace(List.of(new Step(Double.POSITIVE_INFINITY, bandwidthBps, latencyMs)));
  }

  /** What holds {@code timeMs} after the start. */
  public Step at(double timeMs) {
    double rest = intoCycle(timeMs);
    for (Step step : steps) {
      if (rest < step.durationMs()) {
        return step;
      }
      rest -= step.durationMs();
    }
    return steps.get(steps.size() - 1);
  }

  /** When the next step begins, later than {@code timeMs}; infinity for never. */
  public double nextChangeMs(double timeMs) {
    double rest = intoCycle(timeMs);
    for (Step step : steps) {
      if (rest < step.durationMs()) {
        // Never the same moment again, however the sums are rounded.
        return Math.max(timeMs + step.durationMs() - rest, Math.nextUp(timeMs));
      }
      rest -= step.durationMs();
    }
    return Math.nextUp(timeMs);
  }

  private double intoCycle(double timeMs) {
    return Double.isInfinite(lengthMs) ? timeMs : timeMs % lengthMs;
  }
}
