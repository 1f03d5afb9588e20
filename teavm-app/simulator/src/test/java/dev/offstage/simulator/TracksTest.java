package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.protocol.Command;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Scheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Periods, languages and qualities. */
class TracksTest {
  private static final Movie MOVIE = Movie.ordinary(60).withAudio("fr", 2, 96_000);

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void severalPeriods_playThroughWithoutAStall(Scheme scheme) {
    Movie movie = Movie.ordinary(0).withPeriods(20.0, 15.0, 25.0).withMediaStart(100).with(scheme);
    SimulatedSession session = SimulatedSession.of(movie).load().playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.05);
    assertEquals(0, session.element().stalls());
    assertEquals(60, session.page().loaded().durationS());
  }

  @Test
  void severalPeriods_oddLengths_playThrough() {
    Movie movie = Movie.ordinary(0).withPeriods(7.3, 0.9, 11.13, 5.007);
    SimulatedSession session = SimulatedSession.of(movie).load().playUntilEnded();
    assertEquals(24.337, session.element().playedS(), 0.15);
  }

  @Test
  void seekAcrossPeriods_playsTheRightOne() {
    Movie movie = Movie.ordinary(0).withPeriods(20.0, 15.0, 25.0);
    SimulatedSession session = SimulatedSession.of(movie).load().playUntil(2);
    session.seek(50).playUntil(50.5);
    String segment = session.videoBuffer().segmentAt(session.element().currentTime());
    assertTrue(segment.startsWith("p2/") && segment.endsWith("/7"), segment);
    session.seek(21).runFor(2_000);
    segment = session.videoBuffer().segmentAt(session.element().currentTime());
    assertTrue(segment.startsWith("p1/"), segment);
  }

  @Test
  void preferredLanguage_isLoaded_theOtherNot() {
    SimulatedSession session = SimulatedSession.of(MOVIE).audioLanguage("fr").load().playUntil(5);
    assertTrue(session.network().requests("/en/").isEmpty());
    assertEquals("audio-fr", session.page().loaded().audioTracks().get(1).id());
    assertTrue(session.page().loaded().audioTracks().get(1).selected());
  }

  @Test
  void otherAudio_isHeardFromTheSwitchOn_andNothingOfTheFirstIsLeft() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).bandwidth(6_000_000, 40).goals(20, 30).load().playUntil(10);
    session
        .page()
        .post(
            new Command.SelectTrack(session.page().session(), MediaType.AUDIO, "audio-fr", false));
    session.runFor(4_000);
    for (double time = session.element().currentTime(); time < 20; time += 0.25) {
      String segment = session.audioBuffer().segmentAt(time);
      assertTrue(segment.startsWith("p0/fr/"), time + " s: " + segment);
    }
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertEquals(60, session.element().playedS(), 0.05);
  }

  @Test
  void otherAudio_atAnyMoment_leavesNothingOfTheFirst() {
    for (int delayMs = 0; delayMs < 1_000; delayMs += 23) {
      SimulatedSession session =
          SimulatedSession.of(MOVIE).bandwidth(2_000_000, 40).goals(20, 30).load();
      session.runFor(1_500 + delayMs);
      double switched = session.element().currentTime();
      session
          .page()
          .post(
              new Command.SelectTrack(
                  session.page().session(), MediaType.AUDIO, "audio-fr", false));
      session.runFor(15_000);
      double from = switched + 1 + 2.1;
      for (double time = from; time < session.element().currentTime() + 5; time += 0.25) {
        String segment = session.audioBuffer().segmentAt(time);
        assertTrue(segment.startsWith("p0/fr/"), delayMs + " ms, " + time + " s: " + segment);
      }
    }
  }

  @Test
  void unknownAudio_isAWarning_andPlaybackGoesOn() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(5);
    session
        .page()
        .post(new Command.SelectTrack(session.page().session(), MediaType.AUDIO, "klingon", false));
    session.playUntilEnded();
    assertEquals(ErrorCode.BAD_ARGUMENT, session.page().warnings().get(0).code());
  }

  @Test
  void pinnedQuality_isWhatIsPlayedSoonAfter() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).bandwidth(8_000_000, 40).load().playUntil(10);
    session.page().post(new Command.SetQuality(session.page().session(), "v240"));
    session.runFor(6_000);
    String segment = session.videoBuffer().segmentAt(session.element().currentTime());
    assertTrue(segment.startsWith("p0/v240/"), segment);
    assertEquals(0, session.element().stalls());
    assertEquals(List.of(), session.page().warnings());
  }

  @Test
  void qualityPinnedThatPlaysAlready_loadsNothingTwice() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).bandwidth(20_000_000, 40).load().playUntil(10);
    session.page().post(new Command.SetQuality(session.page().session(), "v720"));
    session.playUntilEnded();
    for (int number = 7; number <= 30; number++) {
      assertEquals(1, session.network().requests("v720/" + number + ".m4s").size());
    }
  }

  @Test
  void qualityPinnedBeforeTheManifestIsThere_isTheOnlyOneLoaded() {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(8_000_000, 40).load();
    session.page().post(new Command.SetQuality(session.page().session(), "v480"));
    session.playUntilEnded();
    assertTrue(session.network().requests("v240").isEmpty());
    assertTrue(session.network().requests("v720").isEmpty());
  }

  @Test
  void fallingBandwidth_isFollowedDownAndUp_withoutAStall() {
    NetworkTrace trace =
        new NetworkTrace(
            List.of(
                new NetworkTrace.Step(20_000, 6_000_000, 40),
                new NetworkTrace.Step(30_000, 700_000, 40),
                new NetworkTrace.Step(600_000, 6_000_000, 40)));
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(120)).goals(20, 30).trace(trace).load().playUntilEnded();
    assertEquals(0, session.element().stalls());
    List<String> qualities = session.page().qualities();
    int top = qualities.indexOf("v720");
    assertTrue(top >= 0 && top + 1 < qualities.size(), qualities.toString());
    int down = top + 1;
    assertTrue(qualities.subList(down, qualities.size()).contains("v720"), qualities.toString());
  }
}
