package dev.offstage.simulator.traces;

import dev.offstage.simulator.net.NetworkTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lines drawn from seeds, that are like those of the recorded sets and are none of them: figures on
 * them show whether a policy knows such lines, or only those that it was made with.
 *
 * <p>Phones ({@code 3g}, {@code 4g}): the logarithm of the bandwidth wanders from second to second
 * around a mean of its own (first-order autoregressive), with stretches of next to nothing. Homes
 * ({@code sd}, {@code hd}): a minute of little and two of plenty, in steps of five seconds that
 * vary by a few per cent and now and then drop to half. Means, deviations, correlations and the
 * part of the time with next to nothing lie where those of the recorded sets do.
 */
final class SyntheticLines {
  /** The kinds there are. */
  static final String[] KINDS = {"3g", "4g", "sd", "hd"};

  private static final int SECONDS = 600;
  private static final int HOME_STEPS = 36;
  private static final int HOME_STEP_MS = 5_000;
  private static final double PHONE_3G_LATENCY_MS = 100;
  private static final double LATENCY_MS = 20;

  /** What is left of the mean where there is next to nothing. */
  private static final double NEXT_TO_NOTHING = 0.03;

  private final Random random;

  private SyntheticLines(long seed) {
    random = new Random(seed);
    random.nextDouble(); // the first one of neighbouring seeds is much the same
  }

  /**
   * A line.
   *
   * @param kind one of {@link #KINDS}
   */
  static NetworkTrace of(String kind, long seed) {
    SyntheticLines lines = new SyntheticLines(seed);
    return switch (kind) {
      case "3g" -> lines.phone(800_000, 0.75, between(lines.random, 0.4, 0.9), 0.85, 60, 6);
      case "4g" -> lines.phone(27e6, 0.35, between(lines.random, 0.4, 0.8), 0.6, 120, 1);
      case "sd" -> lines.home(250_000, 950_000, 6_500_000, 9_500_000);
      case "hd" -> lines.home(1_000_000, 2_100_000, 17_000_000, 36_000_000);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /**
   * @param medianBps of the lines' means
   * @param spread of the logarithms of these means
   * @param deviation of the logarithm of this line's bandwidth
   * @param keeps how much of a second's deviation is left in the next one
   * @param everyS about so often there is next to nothing
   * @param lastingS for about so long
   */
  private NetworkTrace phone(
      double medianBps,
      double spread,
      double deviation,
      double keeps,
      double everyS,
      double lastingS) {
    double meanBps = medianBps * Math.exp(spread * random.nextGaussian());
    double latencyMs = medianBps < 2e6 ? PHONE_3G_LATENCY_MS : LATENCY_MS;
    double away = deviation * random.nextGaussian();
    List<NetworkTrace.Step> steps = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      away = keeps * away + Math.sqrt(1 - keeps * keeps) * deviation * random.nextGaussian();
      steps.add(new NetworkTrace.Step(1_000, meanBps * Math.exp(away), latencyMs));
      if (random.nextDouble() < 1 / everyS) {
        double stretchMs = 1_000 * Math.max(1, -lastingS * Math.log(1 - random.nextDouble()));
        steps.add(new NetworkTrace.Step(stretchMs, meanBps * NEXT_TO_NOTHING, latencyMs));
      }
    }
    return new NetworkTrace(steps);
  }

  private NetworkTrace home(
      double leastBps, double mostBps, double leastPlenty, double mostPlenty) {
    double littleBps = between(random, leastBps, mostBps);
    double plentyBps = between(random, leastPlenty, mostPlenty);
    double deviation = between(random, 0.02, 0.18);
    List<NetworkTrace.Step> steps = new ArrayList<>();
    for (int i = 0; i < HOME_STEPS; i++) {
      double meanBps = i < HOME_STEPS / 3 ? littleBps : plentyBps;
      boolean drop = random.nextInt(25) == 0;
      double bps = meanBps * Math.exp(deviation * random.nextGaussian()) * (drop ? 0.5 : 1);
      steps.add(new NetworkTrace.Step(HOME_STEP_MS, bps, LATENCY_MS));
    }
    return new NetworkTrace(steps);
  }

  private static double between(Random random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
