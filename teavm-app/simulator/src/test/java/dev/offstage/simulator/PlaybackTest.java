package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.net.RequestRecord;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Scheme;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plain playback, from load to the end. */
class PlaybackTest {
  private static final Movie MOVIE = Movie.ordinary(60);

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void ordinaryMovie_ofEachScheme_playsToTheEndWithoutAStall(Scheme scheme) {
    SimulatedSession session =
        SimulatedSession.of(MOVIE.with(scheme)).bandwidth(5_000_000, 40).load();
    session.playUntilEnded();
    assertEquals(60, session.element().currentTime(), 0.03);
    assertEquals(60, session.element().playedS(), 0.03);
    assertEquals(0, session.element().stalls());
    assertTrue(session.page().errors().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void ordinaryMovie_ofEachScheme_isLoadedOnceAndWhole(Scheme scheme) {
    SimulatedSession session =
        SimulatedSession.of(MOVIE.with(scheme)).bandwidth(5_000_000, 40).load();
    session.playUntilEnded();
    if (scheme.isStream()) { // what is appended is not what has been loaded
      List<String> urls =
          session.network().requests(".bin").stream().map(RequestRecord::url).toList();
      assertEquals(scheme == Scheme.HLS_MUXED ? 30 : 60, urls.size(), urls.toString());
      assertEquals(urls.size(), new HashSet<>(urls).size(), urls.toString());
    } else {
      assertEachPositionOnce(session.videoBuffer().appended(), 30);
      assertEachPositionOnce(session.audioBuffer().appended(), 30);
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void mediaSourceOnThePage_playsToTheEndWithoutAStall(Scheme scheme) {
    SimulatedSession session =
        SimulatedSession.of(MOVIE.with(scheme)).bridged().bandwidth(5_000_000, 40).load();
    session.playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.03);
    assertEquals(0, session.element().stalls());
  }

  /**
   * Where a timeline lies, the first segment says that comes of it: here one of the audio, which
   * starts later than its playlist says, by part of a frame. So the first picture lies before 0.
   */
  @Test
  void firstPicturesALittleBeforeZero_areShown() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE.with(Scheme.HLS)).bandwidth(600_000, 40).load(19);
    session.playUntil(20);
    session.seek(0).playUntil(1);
    assertEquals(0, session.videoBuffer().bufferedNow().startS(0), 1e-9);
    assertTrue(session.audioBuffer().bufferedNow().startS(0) > 0.01);
  }

  @Test
  void connectionsThatStartSlowly_playToTheEndWithoutAStall() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).slowStart().bandwidth(20_000_000, 120).load();
    session.playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.03);
    assertEquals(0, session.element().stalls());
  }

  @Test
  void mediaTimesFarFromZero_areShownFromZeroOn() {
    SimulatedSession session = SimulatedSession.of(MOVIE.withMediaStart(7_200)).load();
    session.playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.03);
  }

  @Test
  void videoAlone_playsToTheEnd() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ofSeconds(21).withVideo(2, 2, 500_000)).load();
    session.playUntilEnded();
    assertEquals(21, session.element().playedS(), 0.03);
  }

  @Test
  void audioAlone_playsToTheEnd() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ofSeconds(21).withAudio("en", 4, 128_000)).load();
    session.playUntilEnded();
    assertEquals(21, session.element().playedS(), 0.03);
  }

  @Test
  void slowLine_playsWithStalls_andLosesNothing() {
    Movie movie = Movie.ofSeconds(30).withVideo(2, 2, 900_000).withAudio("en", 2, 96_000);
    SimulatedSession session = SimulatedSession.of(movie).bandwidth(700_000, 60).load();
    session.playUntilEnded();
    assertTrue(session.element().stalls() > 0);
    assertEquals(30, session.element().playedS(), 0.03);
    assertEachPositionOnce(session.videoBuffer().appended(), 15);
    assertEquals(15, session.network().requests("v240/").size() - 1);
  }

  @Test
  void deadLine_isWaitedFor_andPlaybackGoesOn() {
    NetworkTrace trace =
        new NetworkTrace(
            List.of(
                new NetworkTrace.Step(8_000, 3_000_000, 40),
                new NetworkTrace.Step(7_000, 0, 40),
                new NetworkTrace.Step(100_000, 3_000_000, 40)));
    SimulatedSession session = SimulatedSession.of(MOVIE).goals(4, 10).trace(trace).load();
    session.playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.03);
    assertTrue(session.element().stalledMs() > 1_000);
  }

  @Test
  void rateOfTwo_playsInHalfTheTime() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load();
    session.page().run(() -> session.element().setRate(2));
    session.playUntilEnded();
    assertEquals(30_000, session.elapsedMs(), 500);
    assertEquals(0, session.element().stalls());
  }

  @Test
  void pausedElement_isFilledToItsGoalAndNoFurther() {
    SimulatedSession session = SimulatedSession.of(MOVIE).goals(10, 10).load();
    session.page().run(() -> session.element().pause());
    session.runFor(30_000);
    double end = session.videoBuffer().bufferedNow().endS(0);
    assertTrue(end >= 10 && end <= 12, "buffered to " + end);
    assertEquals(0, session.network().inFlight());
    session.page().run(() -> session.element().play());
    session.playUntilEnded();
  }

  @Test
  void sameSeed_writesTheSameJournal_byteForByte() {
    String first = journalOf(3);
    assertTrue(first.length() > 10_000);
    assertEquals(first, journalOf(3));
  }

  @Test
  void otherSeed_writesAnotherJournal() {
    assertNotEquals(journalOf(3), journalOf(4));
  }

  private static String journalOf(long seed) {
    SimulatedSession session =
        SimulatedSession.of(MOVIE.withVariability(0.4, 9)).seed(seed).build();
    session.network().faults().add("3.m4s", 2, new dev.offstage.simulator.net.Fault.Status(503));
    return session.load().seek(20).playUntilEnded().journal().toString();
  }

  private static void assertEachPositionOnce(List<String> appended, int segments) {
    List<String> media = appended.stream().filter(name -> !name.endsWith("init")).toList();
    List<String> positions =
        media.stream().map(name -> name.substring(name.lastIndexOf('/'))).toList();
    assertEquals(segments, positions.size(), appended.toString());
    assertEquals(segments, new HashSet<>(positions).size(), appended.toString());
  }
}
