package dev.offstage.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.protocol.Event;
import dev.offstage.simulator.media.VirtualBytes;
import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.net.RequestRecord;
import dev.offstage.simulator.origin.Broadcast;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Scheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams that go on: HLS live and EVENT. Segments are 2 s long, the hold-back 6 s. */
class LiveTest {
  private static final Movie MOVIE = Movie.ordinary(300).with(Scheme.HLS);

  /** A minute can be sought in; of the movie 100 s have gone out, so position 0 is 40 s. */
  private static final Broadcast ORDERLY = Broadcast.of(60, 100);

  private static final double ORIGIN_S = 40;

  private static SimulatedSession.Builder session(Broadcast broadcast) {
    return session(MOVIE, broadcast);
  }

  private static SimulatedSession.Builder session(Movie movie, Broadcast broadcast) {
    return SimulatedSession.of(movie).bandwidth(8_000_000, 30).broadcast(broadcast);
  }

  private static Event.LiveStatus status(SimulatedSession session) {
    Event.Status status = session.page().status();
    assertTrue(status != null);
    return status.live();
  }

  private static double seekableFromS(SimulatedSession session) {
    return session.element().source().liveSeekable().startS(0);
  }

  private static void assertNothingWrong(SimulatedSession session) {
    assertEquals(List.of(), session.page().errors());
    assertEquals(List.of(), session.page().warnings());
    assertEquals(0, session.element().stalls(), session.journal().tail(60));
  }

  @Test
  void liveStream_startsAtTheHoldBack_andPlaysOn() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(60_000);
    assertNothingWrong(session);
    assertEquals(54, session.page().starts().get(0), 0.01);
    assertEquals(Double.POSITIVE_INFINITY, session.element().durationS());
    assertEquals(54 + 60, session.element().currentTime(), 1);
    assertTrue(session.element().playedS() > 59);
    double latencyS = status(session).edgeS() - session.element().currentTime();
    assertEquals(6, latencyS, 2.1);
    assertEquals(6, status(session).holdBackS());
  }

  @Test
  void playlists_areLoadedOncePerTargetDuration() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(61_000);
    List<RequestRecord> audio = session.network().requests("en.m3u8");
    assertEquals(31, audio.size(), 3);
    for (int i = 1; i < audio.size(); i++) {
      assertTrue(audio.get(i).startMs() - audio.get(i - 1).startMs() >= 999, "half a target");
    }
  }

  @Test
  void playlistWithoutAnythingNew_isLoadedAgainAfterHalfATarget() {
    SimulatedSession session = session(ORDERLY.halt(20, 50)).load();
    session.runFor(60_000);
    List<RequestRecord> audio = session.network().requests("en.m3u8");
    int halves = 0;
    for (int i = 1; i < audio.size(); i++) {
      double passedMs = audio.get(i).startMs() - audio.get(i - 1).startMs();
      boolean isHalted = audio.get(i - 1).startMs() > 24_000 && audio.get(i).startMs() < 48_000;
      assertEquals(isHalted ? 1_000 : 2_000, passedMs, isHalted ? 60 : 1_060);
      halves += passedMs < 1_100 ? 1 : 0;
    }
    assertTrue(halves > 20, halves + " after half a target duration");
  }

  @Test
  void programDateTime_isThatOfThePlayhead() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(20_000);
    Event.Status status = session.page().status();
    double dateS = (status.live().dateMs() - Broadcast.FIRST_DATE_MS) / 1_000;
    assertEquals(status.positionS() + ORIGIN_S, dateS, 0.01);
  }

  @Test
  void window_slides_andCanBeSoughtIn() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(30_000);
    assertEquals(30, seekableFromS(session), 2.1);
    session.seek(seekableFromS(session) + 5);
    session.runFor(2_000);
    assertTrue(session.element().isMoving());
    assertEquals(List.of(), session.page().rescues());
    session.runFor(20_000);
    assertNothingWrong(session);
  }

  @Test
  void seekBeforeTheWindow_endsAtItsStart() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(30_000).seek(3).runFor(3_000);
    assertTrue(session.element().isMoving());
    assertTrue(session.element().currentTime() > seekableFromS(session));
    assertEquals(1, session.page().rescues().size());
    assertNothingWrong(session);
  }

  @Test
  void seekToTheEdge_goesBackToTheHoldBack() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(10_000).seek(1e6).runFor(3_000);
    assertTrue(session.element().isMoving());
    assertEquals(6, status(session).edgeS() - session.element().currentTime(), 2.1);
  }

  @Test
  void pausedForLongerThanTheWindow_goesOnWithinIt() {
    SimulatedSession session = session(ORDERLY).goals(10, 10).load();
    session.runFor(5_000);
    session.page().run(() -> session.element().pause());
    session.runFor(100_000);
    assertEquals(List.of(), session.page().rescues());
    session.page().run(() -> session.element().play());
    session.runFor(20_000);
    assertTrue(session.element().isMoving());
    assertTrue(session.element().currentTime() > seekableFromS(session));
    assertEquals(List.of(), session.page().errors());
  }

  @Test
  void endOfTheBroadcast_isTheEndOfTheStream() {
    SimulatedSession session = session(Broadcast.of(60, 250)).load();
    session.playUntilEnded();
    assertEquals(300 - 190, session.element().currentTime(), 0.05);
    assertEquals(300 - 190, session.element().durationS(), 0.05);
    assertTrue(Double.isNaN(status(session).edgeS()));
    assertNothingWrong(session);
  }

  @Test
  void eventPlaylist_canBeSoughtInFromItsBeginning() {
    SimulatedSession session = session(Broadcast.of(Double.POSITIVE_INFINITY, 100)).load();
    session.runFor(20_000);
    assertEquals(94, session.page().starts().get(0), 0.01);
    session.seek(1).runFor(3_000);
    assertEquals(4, session.element().currentTime(), 0.5);
    assertNothingWrong(session);
  }

  @Test
  void startTime_countsFromTheEdgeWhereNegative() {
    SimulatedSession session = session(ORDERLY).build().load(-20);
    session.runFor(5_000);
    assertEquals(List.of(40.0), session.page().starts());
    session.load(10).runFor(5_000);
    assertEquals(List.of(10.0), session.page().starts());
    assertNothingWrong(session);
  }

  @Test
  void targetLatency_isKept() {
    SimulatedSession session = session(ORDERLY).targetLatency(20).load();
    session.runFor(10_000);
    assertEquals(List.of(40.0), session.page().starts());
    assertEquals(20, status(session).holdBackS());
  }

  @Test
  void stalledPlaylist_isWarnedAbout_andPlaybackGoesOn() {
    SimulatedSession session = session(ORDERLY.stall(20, 40)).load();
    session.runFor(80_000);
    assertEquals(List.of(), session.page().errors());
    assertEquals(
        List.of(ErrorCode.LIVE_STALLED),
        session.page().warnings().stream().map(warning -> warning.code()).distinct().toList());
    assertTrue(session.element().isMoving());
    assertEquals(1, session.element().stalls());
    assertEquals(66, session.element().playedS(), 3);
  }

  @Test
  void streamThatIsGone_failsAfterAMinute() {
    SimulatedSession session = session(ORDERLY.halt(20, 1e6)).load();
    session.playUntilFailed();
    assertEquals(ErrorCode.LIVE_STALLED, session.page().errors().get(0).code());
    assertEquals(80_000, session.elapsedMs(), 4_000);
  }

  @Test
  void playlistThatCannotBeLoaded_failsWithItsOwnErrorAfterAMinute() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(20_000);
    session.network().faults().always(".m3u8", new Fault.Status(404));
    session.playUntilFailed();
    assertEquals(ErrorCode.HTTP_STATUS, session.page().errors().get(0).code());
    assertEquals(80_000, session.elapsedMs(), 4_000);
  }

  @Test
  void pausedProduction_isWaitedFor() {
    SimulatedSession session = session(ORDERLY.halt(20, 50)).load();
    session.runFor(100_000);
    assertEquals(List.of(), session.page().errors());
    assertEquals(1, session.element().stalls());
    assertTrue(session.element().isMoving());
    assertEquals(73, session.element().playedS(), 3);
  }

  @Test
  void leapOfTheBroadcast_isFollowed() {
    SimulatedSession session = session(ORDERLY.leap(20, 100)).load();
    session.runFor(60_000);
    assertEquals(List.of(), session.page().errors());
    assertTrue(session.element().isMoving());
    assertTrue(session.element().currentTime() > 54 + 100, "at " + session.element().currentTime());
  }

  @Test
  void numbersThatBeginAnew_areFollowed() {
    Movie movie = MOVIE.withPeriods(121.0, 100.0, 79.0).withMediaStart(5_000);
    for (boolean dated : new boolean[] {true, false}) {
      Broadcast broadcast = ORDERLY.renumbered();
      SimulatedSession session = session(movie, dated ? broadcast : broadcast.undated(0)).load();
      session.playUntilEnded();
      assertEquals(List.of(), session.page().errors());
      assertEquals(206, session.element().playedS(), dated ? 2 : 12, session.journal().tail(40));
    }
  }

  @Test
  void discontinuities_arePlayedAcross() {
    Movie movie = MOVIE.withPeriods(121.0, 20.0, 30.0, 129.0).withMediaStart(5_000);
    SimulatedSession session = session(movie, ORDERLY).load();
    session.playUntilEnded();
    assertNothingWrong(session);
    assertEquals(206, session.element().playedS(), 0.5);
  }

  @Test
  void qualities_ofOtherNumbersAndNoDates_areAligned() {
    SimulatedSession session = session(ORDERLY.undated(7)).load();
    for (int i = 0; i < 8; i++) {
      session.runFor(5_000);
      String id = i % 2 == 0 ? "video-1" : "video-3";
      session.page().post(new Command.SetQuality(1, id));
    }
    session.runFor(10_000);
    assertNothingWrong(session);
    assertEquals(50, session.element().playedS(), 0.6);
    TimeRanges there = session.element().buffered();
    assertEquals(1, there.count(), there.toString());
    assertTrue(session.page().qualities().size() > 8, session.page().qualities().toString());
  }

  @Test
  void segmentsThatAreSaidToBeLonger_areFollowedByTheMedia() {
    SimulatedSession session = session(ORDERLY.undated(0).rounded(1.05)).load();
    session.playUntilEnded();
    assertEquals(List.of(), session.page().errors());
    assertEquals(0, session.element().stalls(), session.journal().tail(60));
    assertTrue(session.element().playedS() > 195, "played " + session.element().playedS());
  }

  @Test
  void gap_isPassedOver_alsoAtTheLiveEdge() {
    SimulatedSession session = session(ORDERLY.gap(112, 118)).load();
    session.runFor(40_000);
    assertEquals(List.of(), session.page().errors());
    assertEquals(1, session.page().jumps().size());
    assertEquals(118 - ORIGIN_S, session.page().jumps().get(0), 0.1);
    assertEquals(List.of(), session.page().warnings());
    assertTrue(session.network().requests("p0/en/57.").isEmpty()); // 112 to 114
    assertTrue(session.element().isMoving());
  }

  @Test
  void redundantVariants_standInForPlaylistsThatFail() {
    SimulatedSession session = session(MOVIE.withMirrors(1), ORDERLY).load();
    session.runFor(20_000);
    assertTrue(session.network().requests("mirror1").isEmpty());
    session
        .network()
        .faults()
        .add(LiveTest::isAtFirstPlace, Integer.MAX_VALUE, new Fault.Status(503));
    session.runFor(60_000);
    assertNothingWrong(session);
    assertFalse(session.network().requests("mirror1").isEmpty());
  }

  @Test
  void redundantVariants_standInForPlaylistsThatStall() {
    SimulatedSession session = session(MOVIE.withMirrors(1), ORDERLY).targetLatency(16).load();
    session.runFor(20_000);
    for (String name : List.of("v240", "v480", "v720", "en")) {
      String url = session.origin().mirror(0) + name + ".m3u8";
      VirtualBytes now = session.origin().get(url, null).body();
      String text = new String(now.copy(0, now.sizeBytes()), UTF_8);
      session.network().faults().always(url, new Fault.Text(text));
    }
    session.runFor(60_000);
    assertEquals(List.of(), session.page().errors());
    assertTrue(session.element().isMoving());
  }

  private static boolean isAtFirstPlace(String url) {
    return url.startsWith("https://origin.example") && url.endsWith(".m3u8");
  }

  @Test
  void unload_leavesNoTimer() {
    SimulatedSession session = session(ORDERLY).load();
    session.runFor(20_000).unload();
    assertEquals(0, session.pendingTimers());
    assertFalse(session.network().inFlight() > 0);
  }
}
