package dev.offstage.simulator;

import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.origin.Scheme;
import java.util.List;
import java.util.Random;

/** What random sessions throw for alike. */
final class Dice {
  /** A fault strikes one part in so many of all URLs. */
  private static final int PARTS = 40;

  private Dice() {}

  /** A number with three decimals, so that logs can be read. */
  static double between(Random random, double low, double high) {
    return Math.round((low + random.nextDouble() * (high - low)) * 1_000) / 1_000.0;
  }

  /** HLS with segments that the engine takes apart. */
  static Scheme stream(Random random) {
    return random.nextBoolean() ? Scheme.HLS_TS : Scheme.HLS_MUXED;
  }

  /**
   * Has some URLs fail up to three times.
   *
   * @param usual how many of the faults, from the first on, are the usual ones: three in four times
   *     it is one of them
   */
  static void addFault(SimulatedSession session, Random random, List<Fault> faults, int usual) {
    Fault fault = faults.get(random.nextInt(random.nextInt(4) == 0 ? faults.size() : usual));
    int number = random.nextInt(PARTS);
    session
        .network()
        .faults()
        .add(url -> (url.hashCode() & 0x7fffffff) % PARTS == number, 1 + random.nextInt(3), fault);
  }
}
