package dev.offstage.simulator.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.engine.media.MediaType;
import dev.offstage.simulator.SimulatedSession;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Rendition;
import dev.offstage.simulator.origin.Scheme;
import dev.offstage.simulator.origin.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sessions under the policies. */
class AdaptationTest {
  private static final int SESSIONS = 6;

  @ParameterizedTest
  @EnumSource(
      value = Scheme.class,
      names = {"BASE", "NUMBER"})
  void defaultPolicy_onMobileLines_isNoWorseThanBola(Scheme scheme) {
    assertNoWorse(scheme, GeneratedLines::mobile);
  }

  @ParameterizedTest
  @EnumSource(
      value = Scheme.class,
      names = {"BASE", "NUMBER"})
  void defaultPolicy_onSharedLines_isNoWorseThanBola(Scheme scheme) {
    assertNoWorse(scheme, GeneratedLines::shared);
  }

  private static void assertNoWorse(Scheme scheme, LongFunction<NetworkTrace> lines) {
    double score = score("default", scheme, lines);
    for (String other : new String[] {"bola", "bolae"}) {
      double reference = score(other, scheme, lines);
      assertTrue(score >= reference - 0.01, score + " against " + other + "'s " + reference);
    }
  }

  private static double score(String policy, Scheme scheme, LongFunction<NetworkTrace> lines) {
    Movie movie = GeneratedLines.movie(scheme);
    List<Figures> all = new ArrayList<>();
    for (int seed = 1; seed <= SESSIONS; seed++) {
      SimulatedSession session =
          SimulatedSession.of(movie)
              .trace(lines.apply(seed))
              .abr(abr(policy, Double.POSITIVE_INFINITY))
              .goals(22, 30)
              .build();
      all.add(Playback.of(session, movie));
    }
    return Figures.mean(all).score();
  }

  /** 4 Mbit/s for 15 s, 0.7 for 20 s, 3 for 25 s. */
  @Test
  void bandwidthThatFallsAndComesBack_isUsedWithoutAHalt() {
    NetworkTrace trace =
        new NetworkTrace(
            List.of(
                new NetworkTrace.Step(15_000, 4_000_000, 40),
                new NetworkTrace.Step(20_000, 700_000, 40),
                new NetworkTrace.Step(25_000, 3_000_000, 40)));
    SimulatedSession session = SimulatedSession.of(Movie.ordinary(120)).trace(trace).load();
    List<Double> playedKbps = new ArrayList<>();
    double[] least = {Double.POSITIVE_INFINITY};
    session.runUntil(
        "a minute",
        70_000,
        () -> {
          double timeS = session.element().currentTime();
          if (timeS > 8) {
            double endS = session.element().buffered().endS(0);
            least[0] = Math.min(least[0], endS - timeS);
          }
          if (timeS >= playedKbps.size() + 0.5) {
            playedKbps.add(kbps(session.videoBuffer().segmentAt(timeS)));
          }
          return session.elapsedMs() >= 60_000;
        });
    double mean = playedKbps.stream().mapToDouble(x -> x).average().orElse(0);
    assertEquals(0, session.element().stalls());
    assertTrue(mean > 1_226, mean + " kbit/s");
    assertTrue(least[0] >= 2, least[0] + " s of buffer");
    assertTrue(changes(playedKbps) <= 4, playedKbps.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {500_000, 900_000, 1_100_000, 2_000_000, 2_800_000, 6_000_000})
  void steadyLine_leadsToNoFlapping(double bandwidthBps) {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(120).withVariability(0.2, 3))
            .bandwidth(bandwidthBps, 40)
            .load();
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertTrue(session.page().qualities().size() <= 12, session.page().qualities().toString());
  }

  @Test
  void maxBitrate_isKept() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60)).abr(abr("default", 1_000_000)).load();
    session.playUntilEnded();
    assertEquals(0, session.network().requests("v720").size());
    assertTrue(session.network().requests("v480").size() > 20);
  }

  /** Audio has its part of the line, and video what that leaves. */
  @ParameterizedTest
  @CsvSource({"450000, a32, v240", "8000000, a256, v720"})
  void audioBesideVideo_isChosenByTheSameLine(double bandwidthBps, String audio, String video) {
    Movie movie =
        Movie.ofSeconds(60)
            .withVideo(2, 2, 300_000, 900_000, 2_500_000)
            .with(
                new Track(
                    "audio",
                    MediaType.AUDIO,
                    "en",
                    "",
                    2,
                    0,
                    1024 / 48_000.0,
                    List.of(
                        new Rendition("a32", 32_000, 0, "mp4a.40.2"),
                        new Rendition("a128", 128_000, 0, "mp4a.40.2"),
                        new Rendition("a256", 256_000, 0, "mp4a.40.2"))));
    SimulatedSession session = SimulatedSession.of(movie).bandwidth(bandwidthBps, 40).load();
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertTrue(session.network().requests(audio + "/").size() >= 20, audio);
    assertTrue(session.network().requests(video + "/").size() >= 20, video);
  }

  @Test
  void lineGoneBad_getsALowerSegmentInTime() {
    NetworkTrace trace =
        new NetworkTrace(
            List.of(
                new NetworkTrace.Step(20_000, 8_000_000, 40),
                new NetworkTrace.Step(600_000, 450_000, 40)));
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60)).goals(8, 30).trace(trace).load();
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertTrue(
        session.network().requests("v720").stream()
            .anyMatch(request -> request.toString().endsWith("ABORTED")),
        "the segment under way is given up");
  }

  @Test
  void elementThatShowsFewerPixels_getsNoMore_fromTheFirstSegmentOn() {
    AbrConfig usual = PlayerConfig.DEFAULT.abr();
    AbrConfig small =
        new AbrConfig(
            "default", 20e6, usual.safetyFactor(), usual.maxBitrateBps(), 640 * 1.25, 360 * 1.25);
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60)).abr(small).bandwidth(20_000_000, 20).load();
    session.playUntilEnded();
    assertEquals(List.of("v480"), session.page().qualities());
  }

  private static AbrConfig abr(String policy, double maxBitrateBps) {
    AbrConfig usual = PlayerConfig.DEFAULT.abr();
    return new AbrConfig(policy, usual.initialBandwidthBps(), usual.safetyFactor(), maxBitrateBps);
  }

  private static double kbps(String segment) {
    return segment.contains("v720") ? 2_500 : segment.contains("v480") ? 900 : 300;
  }

  private static int changes(List<Double> values) {
    int changes = 0;
    for (int i = 1; i < values.size(); i++) {
      changes += values.get(i).equals(values.get(i - 1)) ? 0 : 1;
    }
    return changes;
  }
}
