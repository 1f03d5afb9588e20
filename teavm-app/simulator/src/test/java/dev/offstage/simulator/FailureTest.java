package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Scheme;
import org.junit.jupiter.api.Test;

/** What goes wrong, and what the page hears of it: one typed error, or nothing at all. */
class FailureTest {
  private static final Movie MOVIE =
      Movie.ofSeconds(60).withVideo(2, 2, 500_000).withAudio("en", 2, 96_000);
  private static final String SEGMENT = "v240/9.m4s";

  /** It begins as media does. */
  private static final Fault DISGUISED = new Fault.Text("----free" + " ".repeat(400));

  @Test
  void twoServerErrors_areSurvivedUnnoticed() {
    SimulatedSession session = faulty(SEGMENT, 2, new Fault.Status(503)).load().playUntilEnded();
    assertUnnoticed(session);
    assertEquals(3, session.network().requests(SEGMENT).size());
  }

  @Test
  void oneTimeout_isSurvivedUnnoticed() {
    SimulatedSession session = faulty(SEGMENT, 1, new Fault.Hang(-1)).load().playUntilEnded();
    assertUnnoticed(session);
    assertEquals(2, session.network().requests(SEGMENT).size());
  }

  @Test
  void oneTimeoutInTheMidst_isSurvivedUnnoticed() {
    SimulatedSession session = faulty(SEGMENT, 1, new Fault.Hang(0.5)).load().playUntilEnded();
    assertUnnoticed(session);
  }

  @Test
  void oneCut_isSurvivedUnnoticed() {
    SimulatedSession session = faulty(SEGMENT, 1, new Fault.Cut(0.7)).load().playUntilEnded();
    assertUnnoticed(session);
  }

  @Test
  void cutOfTheFirstSegment_whichIsAppendedInPieces_isSurvived() {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(800_000, 40).build();
    session.network().faults().add("v240/1.m4s", 2, new Fault.Cut(0.7));
    session.load().playUntilEnded();
    assertTrue(session.page().errors().isEmpty());
    assertEquals(60, session.element().playedS(), 0.05);
  }

  @Test
  void cutSegment_isHeldAgainstTheBuffer_likeAnyOther() {
    // A browser drops what it likes: a segment that came in two attempts must be missed as well.
    SimulatedSession session =
        SimulatedSession.of(MOVIE).bandwidth(800_000, 40).goals(30, 60).build();
    session.network().faults().add("v240/1.m4s", 1, new Fault.Cut(0.7));
    session.load().playUntil(10);
    session.videoBuffer().lose(0, 8);
    session.seek(1).playUntil(6);
    assertEquals(3, session.network().requests("v240/1.m4s").size());
  }

  @Test
  void bodyCutShort_isAPassingFailure() {
    SimulatedSession session = faulty(SEGMENT, 1, new Fault.CutShort(0.7)).load().playUntilEnded();
    assertUnnoticed(session);
    assertEquals(2, session.network().requests(SEGMENT).size());
  }

  @Test
  void firstSegmentCutShort_whichIsAppendedInPieces_isSurvived() {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(800_000, 40).build();
    session.network().faults().add("v240/1.m4s", 1, new Fault.CutShort(0.7));
    session.load().playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.05);
  }

  @Test
  void pageInsteadOfASegment_isToldAsThat() {
    PlayerError error = failing(SEGMENT, new Fault.Text("<html><body>Sign in</body></html>"));
    assertEquals(ErrorCode.WRONG_CONTENT, error.code());
    assertTrue(error.url().endsWith(SEGMENT));
  }

  @Test
  void segmentNotFound_costsItsRepresentation_andTheOthersPlayOn() {
    SimulatedSession session = SimulatedSession.of(Movie.ordinary(60)).build();
    session.network().faults().always("v720/9.m4s", new Fault.Status(404));
    session.load().playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.05);
    assertEquals(2, session.network().requests("v720/9.m4s").size());
    assertEquals(0, session.network().requests("v720/10.m4s").size());
    PlayerError warning = session.page().warnings().get(0);
    assertEquals("v720", warning.data().get("leftOut"));
    assertEquals(ErrorCode.HTTP_STATUS, warning.code());
  }

  @Test
  void segmentNotFoundInAnyQuality_isAnError_whenNoneIsLeft() {
    SimulatedSession session = SimulatedSession.of(Movie.ordinary(60)).build();
    session
        .network()
        .faults()
        .add(url -> url.contains("/v") && url.endsWith("/9.m4s"), 99, new Fault.Status(404));
    session.load().playUntilFailed();
    assertEquals(ErrorCode.HTTP_STATUS, session.page().errors().get(0).code());
    assertEquals(2, session.page().warnings().size());
  }

  @Test
  void indexNotFound_costsItsRepresentation() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60).with(Scheme.BASE)).bandwidth(9_000_000, 40).build();
    session.network().faults().always("v720.mp4", new Fault.Status(404));
    session.load().playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.05);
  }

  @Test
  void deadPlace_isLeftForAnother_unnoticed() {
    SimulatedSession session = SimulatedSession.of(MOVIE.withMirrors(1)).build();
    session
        .network()
        .faults()
        .add(url -> url.contains("origin") && url.endsWith("m4s"), 999, new Fault.Status(500));
    session.load().playUntilEnded();
    assertUnnoticed(session);
    // The dead one is asked again now and then, once a minute.
    long dead =
        session.network().requests("origin").stream().filter(r -> r.status() == 500).count();
    assertTrue(dead <= 4, dead + " requests of the dead place");
  }

  @Test
  void manifestNotFound_isToldAtOnce() {
    PlayerError error = failing("manifest.mpd", new Fault.Status(404));
    assertEquals(ErrorCode.HTTP_STATUS, error.code());
    assertEquals("404", error.data().get("status"));
    assertEquals("1", error.data().get("attempts"));
  }

  @Test
  void lastSegmentNotFound_isTheEnd() {
    SimulatedSession session = SimulatedSession.of(MOVIE).build();
    session.network().faults().add("v240/30.m4s", 9, new Fault.Status(404));
    session.network().faults().add("en/30.m4s", 9, new Fault.Status(404));
    session.load().playUntilEnded();
    assertTrue(session.page().errors().isEmpty());
    assertEquals(58, session.element().playedS(), 0.1);
  }

  @Test
  void lastSegmentNotFound_forWhomIsInTheMidstOfIt_isShownInAnotherQuality() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60)).bandwidth(500_000, 40).build();
    session.network().faults().always("v240/30.m4s", new Fault.Status(404));
    session.load();
    session.element().seek(59);
    session.playUntilEnded();
    assertEquals(2, session.network().requests("v240/30.m4s").size());
    assertTrue(session.page().errors().isEmpty());
  }

  @Test
  void segmentNotFound_isTriedOnceMore() {
    PlayerError error = failing(SEGMENT, new Fault.Status(404));
    assertEquals(ErrorCode.HTTP_STATUS, error.code());
    assertEquals("2", error.data().get("attempts"));
    assertTrue(error.url().endsWith(SEGMENT));
  }

  @Test
  void serverErrors_areToldAfterAllRetries() {
    PlayerError error = failing(SEGMENT, new Fault.Status(500));
    assertEquals(ErrorCode.HTTP_STATUS, error.code());
    assertEquals("500", error.data().get("status"));
    assertEquals("4", error.data().get("attempts"));
  }

  @Test
  void forbidden_isNotTriedAgain() {
    PlayerError error = failing(SEGMENT, new Fault.Status(403));
    assertEquals("1", error.data().get("attempts"));
  }

  @Test
  void cuts_areToldAfterAllRetries() {
    PlayerError error = failing(SEGMENT, new Fault.Cut(0.3));
    assertEquals(ErrorCode.CONNECTION, error.code());
    assertEquals("4", error.data().get("attempts"));
  }

  @Test
  void refusedConnections_areToldAfterAllRetries() {
    PlayerError error = failing("en/init.mp4", new Fault.Refused());
    assertEquals(ErrorCode.CONNECTION, error.code());
    assertEquals("4", error.data().get("attempts"));
  }

  @Test
  void timeouts_areToldAfterAllRetries() {
    PlayerError error = failing(SEGMENT, new Fault.Hang(-1));
    assertEquals(ErrorCode.TIMEOUT, error.code());
    assertEquals("4", error.data().get("attempts"));
  }

  @Test
  void garbageSegment_isARefusedAppend() {
    PlayerError error = failing(SEGMENT, new Fault.Garbage());
    assertEquals(ErrorCode.APPEND_REJECTED, error.code());
    assertTrue(error.url().endsWith(SEGMENT), error.toString());
  }

  @Test
  void garbageFirstSegment_isARefusedAppend() {
    assertEquals(ErrorCode.APPEND_REJECTED, failing("v240/1.m4s", new Fault.Garbage()).code());
  }

  @Test
  void garbageInitSegment_isARefusedAppend() {
    assertEquals(ErrorCode.APPEND_REJECTED, failing("v240/init.mp4", new Fault.Garbage()).code());
  }

  @Test
  void garbage_isNotGivenToTheElement() {
    SimulatedSession session = faulty(SEGMENT, Integer.MAX_VALUE, new Fault.Garbage()).load();
    session.playUntilFailed();
    assertEquals(0, session.element().errorCode());
  }

  @Test
  void garbageInOneQuality_leavesItToTheOthers() {
    Movie movie = Movie.ofSeconds(60).withVideo(2, 2, 300_000, 900_000).withAudio("en", 2, 96_000);
    SimulatedSession session = SimulatedSession.of(movie).bandwidth(5_000_000, 40).build();
    session.network().faults().always("v480/9.m4s", new Fault.Garbage());
    session.load().playUntilEnded();
    assertTrue(session.page().errors().isEmpty());
    assertEquals("v480", session.page().warnings().get(0).data().get("leftOut"));
    assertEquals(60, session.element().playedS(), 0.05);
  }

  @Test
  void segmentThatOnlyTheBrowserSeesThrough_isLoadedAgain_onAnotherMediaSource() {
    SimulatedSession session = faulty(SEGMENT, 1, DISGUISED).load().playUntilEnded();
    assertTrue(session.page().errors().isEmpty());
    assertEquals(ErrorCode.ELEMENT_ERROR, session.page().warnings().get(0).code());
    assertEquals(60, session.element().playedS(), 0.5);
  }

  @Test
  void segmentThatOnlyTheBrowserSeesThrough_again_isAnElementThatFails() {
    SimulatedSession session = faulty(SEGMENT, Integer.MAX_VALUE, DISGUISED).load();
    session.playUntilFailed();
    assertEquals(ErrorCode.ELEMENT_ERROR, session.page().errors().get(0).code());
    assertEquals(2, session.page().warnings().size());
    assertIdle(session);
  }

  @Test
  void manifestThatIsNotXml_isMalformed() {
    PlayerError error = failing("manifest.mpd", new Fault.Text("these are not the angles"));
    assertEquals(ErrorCode.MANIFEST_MALFORMED, error.code());
  }

  @Test
  void manifestThatIsHtml_isMalformed() {
    PlayerError error =
        failing("manifest.mpd", new Fault.Text("<html><body>Welcome</body></html>"));
    assertEquals(ErrorCode.MANIFEST_MALFORMED, error.code());
  }

  @Test
  void truncatedManifest_isMalformed() {
    assertEquals(
        ErrorCode.MANIFEST_MALFORMED, failing("manifest.mpd", new Fault.Truncated(0.6)).code());
  }

  @Test
  void nothingPlayable_isToldWithTheTypes() {
    SimulatedSession session = SimulatedSession.of(MOVIE).supports(type -> false).load();
    session.playUntilFailed();
    PlayerError error = session.page().errors().get(0);
    assertEquals(ErrorCode.NO_PLAYABLE_REPRESENTATION, error.code());
    assertTrue(error.data().get("types").contains("avc1"), error.toString());
    assertIdle(session);
  }

  @Test
  void videoUnplayable_audioPlays() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).supports(type -> type.startsWith("audio")).load();
    session.playUntilEnded();
    assertTrue(session.network().requests("v240").isEmpty());
  }

  @Test
  void errorAfterTheStart_letsWhatIsBufferedPlayOut() {
    SimulatedSession session = faulty("v240/9.m4s", 9, new Fault.Status(404)).load();
    session.playUntilFailed();
    double position = session.element().currentTime();
    session.runFor(20_000);
    assertTrue(position < 10);
    assertEquals(16, session.element().currentTime(), 0.1);
    assertIdle(session);
  }

  @Test
  void elementError_isATypedError() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(5);
    session
        .page()
        .post(
            new dev.offstage.engine.protocol.Command.ElementError(
                session.page().session(), 2, "connection gone"));
    session.playUntilFailed();
    assertEquals(ErrorCode.ELEMENT_ERROR, session.page().errors().get(0).code());
    assertIdle(session);
  }

  private static SimulatedSession faulty(String url, int times, Fault fault) {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(5_000_000, 40).build();
    session.network().faults().add(url, times, fault);
    return session;
  }

  private static PlayerError failing(String url, Fault fault) {
    SimulatedSession session = faulty(url, Integer.MAX_VALUE, fault).load();
    session.playUntilFailed();
    PlayerError error = session.page().errors().get(0);
    assertTrue(error.fatal());
    int attempts = session.network().requests(url).size();
    assertEquals(Integer.toString(attempts), error.data().getOrDefault("attempts", "1"));
    session.runFor(60_000);
    assertEquals(1, session.page().errors().size());
    assertEquals(attempts, session.network().requests(url).size());
    assertIdle(session);
    return error;
  }

  private static void assertUnnoticed(SimulatedSession session) {
    assertEquals(0, session.element().stalls());
    assertEquals(60, session.element().playedS(), 0.05);
    assertTrue(session.page().errors().isEmpty());
    assertTrue(session.page().warnings().isEmpty());
  }

  private static void assertIdle(SimulatedSession session) {
    session.runFor(1_000);
    assertEquals(0, session.network().inFlight());
    assertEquals(0, session.pendingTimers());
  }
}
