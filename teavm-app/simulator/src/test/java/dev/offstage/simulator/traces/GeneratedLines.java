package dev.offstage.simulator.traces;

import dev.offstage.engine.media.MediaType;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Rendition;
import dev.offstage.simulator.origin.Scheme;
import dev.offstage.simulator.origin.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines like those of phones and of homes, and a movie of uneven segments, all from seeds. */
final class GeneratedLines {
  private static final double SEGMENT_S = 3;
  private static final int SEGMENTS = 80;
  private static final int[] LADDER_KBPS = {230, 331, 477, 688, 991, 1427, 2056, 2962, 5027, 6000};

  private GeneratedLines() {}

  /** A bandwidth that wanders from second to second, with now and then nothing at all. */
  static NetworkTrace mobile(long seed) {
    Random random = new Random(seed);
    double mean = 700_000 * Math.exp(random.nextGaussian() * 0.5);
    double away = 0;
    List<NetworkTrace.Step> steps = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      away = 0.9 * away + 0.3 * random.nextGaussian();
      boolean tunnel = random.nextInt(60) == 0;
      double bps = tunnel ? 0 : mean * Math.exp(away);
      steps.add(new NetworkTrace.Step(tunnel ? 3_000 : 1_000, bps, 100));
    }
    return new NetworkTrace(steps);
  }

  /** A minute of little, then two of plenty. */
  static NetworkTrace shared(long seed) {
    Random random = new Random(seed);
    List<NetworkTrace.Step> steps = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      double mean = i < 12 ? 400_000 : 8_000_000;
      steps.add(new NetworkTrace.Step(5_000, mean * Math.exp(random.nextGaussian() * 0.2), 20));
    }
    return new NetworkTrace(steps);
  }

  /** Four minutes in ten qualities. What is hard to encode is so in all of them. */
  static Movie movie(Scheme scheme) {
    List<Rendition> renditions = new ArrayList<>();
    for (int quality = 0; quality < LADDER_KBPS.length; quality++) {
      Random random = new Random(7);
      List<Integer> bytes = new ArrayList<>();
      for (int i = 0; i < SEGMENTS; i++) {
        double hard = Math.exp(random.nextGaussian() * 0.2 - 0.02);
        bytes.add((int) (LADDER_KBPS[quality] * 125 * SEGMENT_S * hard));
      }
      renditions.add(
          new Rendition(
              "q" + quality,
              LADDER_KBPS[quality] * 1_000,
              90 * quality + 90,
              "avc1.4d401f",
              bytes));
    }
    return Movie.ofSeconds(SEGMENTS * SEGMENT_S)
        .with(
            new Track("video", MediaType.VIDEO, "", "", SEGMENT_S, SEGMENT_S, 1 / 25.0, renditions))
        .with(scheme);
  }
}
