package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.protocol.Command;
import dev.offstage.simulator.element.Jam;
import dev.offstage.simulator.element.VirtualElement;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Rendition;
import dev.offstage.simulator.origin.Track;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that are stuck or broken, and whatever else needs another MediaSource. */
class RebuildTest {
  private static final Movie MOVIE = Movie.ordinary(60);

  @ParameterizedTest
  @EnumSource(
      value = Jam.class,
      names = {"UNTIL_NUDGED", "UNTIL_SOUGHT", "UNTIL_REBUILT"})
  void stuckElement_isHelped_byTheLeastThatHelps(Jam jam) {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(20);
    Object before = session.element().source();
    session.page().run(() -> session.element().jam(jam));
    session.playUntilEnded();
    assertTrue(session.page().errors().isEmpty());
    assertEquals(60, session.element().playedS(), jam == Jam.UNTIL_NUDGED ? 0.1 : 0.5);
    boolean rebuilt = before != session.element().source();
    assertEquals(jam == Jam.UNTIL_REBUILT, rebuilt);
    assertTrue(session.elapsedMs() < 75_000, "took " + session.elapsedMs());
  }

  @Test
  void stuckElement_whichNothingHelps_isATypedError() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(20);
    session.page().run(() -> session.element().jam(Jam.FOR_GOOD));
    session.playUntilFailed();
    assertEquals(ErrorCode.ELEMENT_STUCK, session.page().errors().get(0).code());
  }

  @Test
  void pageFrozenInAStuckMoment_isNoAlarm() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(20);
    session.page().freeze(30_000);
    session.seek(30).playUntilEnded();
    assertTrue(session.page().jumps().isEmpty(), session.page().jumps().toString());
    assertTrue(session.page().warnings().isEmpty());
  }

  @Test
  void decodeError_isAnsweredByAnotherMediaSource_andPlaybackGoesOn() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(20);
    session
        .page()
        .run(() -> session.element().breakDown(VirtualElement.MEDIA_ERR_DECODE, "bad frame"));
    session.playUntilEnded();
    assertTrue(session.page().errors().isEmpty());
    assertEquals(60, session.element().playedS(), 0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 5, 50})
  void decodeError_inTheMidstOfAnAppend_isTheElements_whoeverTellsFirst(double errorMs) {
    SimulatedSession session = SimulatedSession.of(MOVIE).errorAfter(errorMs).load().playUntil(5);
    breakDownWhileAppending(session);
    session.playUntilEnded();
    assertEquals(List.of(), session.page().errors());
    assertEquals(List.of(ErrorCode.ELEMENT_ERROR), codes(session.page().warnings()));
    assertEquals(60, session.element().playedS(), 0.5);
  }

  @Test
  void decodeError_ofAFrozenPage_isAwaited() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(5);
    session.page().freeze(60_000);
    breakDownWhileAppending(session);
    int requests = session.network().requests().size();
    session.runFor(50_000);
    assertEquals(requests, session.network().requests().size(), 2);
    session.playUntilEnded();
    assertEquals(List.of(), session.page().errors());
  }

  private static void breakDownWhileAppending(SimulatedSession session) {
    session.runUntil("an append", 20_000, () -> session.element().source().isUpdating());
    session.element().breakDown(VirtualElement.MEDIA_ERR_DECODE, "bad frame");
  }

  private static List<ErrorCode> codes(List<PlayerError> errors) {
    return errors.stream().map(PlayerError::code).toList();
  }

  @Test
  void decodeErrors_againAndAgain_areATypedError() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load();
    for (int i = 1; i <= 3; i++) {
      session.playUntil(5 * i);
      session
          .page()
          .run(() -> session.element().breakDown(VirtualElement.MEDIA_ERR_DECODE, "bad frame"));
    }
    session.playUntilFailed();
    assertEquals(ErrorCode.ELEMENT_ERROR, session.page().errors().get(0).code());
  }

  @Test
  void periodWithoutAudio_isPlayed_andTheNextOneWithIt() {
    Movie movie = Movie.ordinary(0).withPeriods(20.0, 15.0, 25.0).without(1, "audio-en");
    SimulatedSession session = SimulatedSession.of(movie).load().playUntil(25);
    assertEquals(1, session.element().source().buffers().size());
    session.playUntil(40);
    assertEquals(2, session.element().source().buffers().size());
    session.playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.4);
    assertEquals(60, session.element().currentTime(), 0.1);
  }

  @Test
  void firstPeriodWithoutVideo_isPlayed() {
    Movie movie = Movie.ordinary(0).withPeriods(20.0, 15.0).without(0, "video");
    SimulatedSession session = SimulatedSession.of(movie).load().playUntilEnded();
    assertEquals(35, session.element().playedS(), 0.3);
  }

  @Test
  void seeksBetweenPeriodsOfOtherTracks_playTheRightOnes() {
    Movie movie = Movie.ordinary(0).withPeriods(20.0, 15.0, 25.0).without(1, "audio-en");
    SimulatedSession session = SimulatedSession.of(movie).load().playUntil(2);
    session.seek(50).playUntil(51);
    String segment = session.audioBuffer().segmentAt(session.element().currentTime());
    assertTrue(segment.startsWith("p2/"), segment);
    session.seek(25).runFor(3_000);
    assertEquals(1, session.element().source().buffers().size());
    assertEquals(28, session.element().currentTime(), 1);
    session.seek(3).runFor(3_000);
    assertEquals(6, session.element().currentTime(), 1);
    session.playUntilEnded();
  }

  @Test
  void otherCodec_withoutChangeType_getsAnotherMediaSource() {
    SimulatedSession session =
        SimulatedSession.of(twoCodecs()).withoutChangeType().load().playUntil(10);
    session
        .page()
        .post(
            new Command.SelectTrack(session.page().session(), MediaType.AUDIO, "audio-fr", false));
    session.playUntil(14);
    String segment = session.audioBuffer().segmentAt(session.element().currentTime());
    assertTrue(segment.startsWith("p0/fr/"), segment);
    session.playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.3);
  }

  @Test
  void otherCodec_withChangeType_isHeardWithoutAStall() {
    SimulatedSession session = SimulatedSession.of(twoCodecs()).load().playUntil(10);
    session
        .page()
        .post(
            new Command.SelectTrack(session.page().session(), MediaType.AUDIO, "audio-fr", false));
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertEquals(60, session.element().playedS(), 0.05);
  }

  @Test
  void otherAudioAtOnce_isHeardAtOnce() {
    Movie movie = Movie.ordinary(60).withAudio("fr", 2, 96_000);
    SimulatedSession session = SimulatedSession.of(movie).load().playUntil(10);
    session
        .page()
        .post(new Command.SelectTrack(session.page().session(), MediaType.AUDIO, "audio-fr", true));
    session.runFor(700);
    String segment = session.audioBuffer().segmentAt(session.element().currentTime());
    assertTrue(segment.startsWith("p0/fr/"), segment);
    session.playUntilEnded();
    assertEquals(60, session.element().playedS(), 0.1);
  }

  private static Movie twoCodecs() {
    Track opus =
        new Track(
            "audio-fr",
            MediaType.AUDIO,
            "fr",
            "",
            2,
            0,
            0.02,
            List.of(new Rendition("fr", 96_000, 0, "opus")));
    return Movie.ordinary(60).with(opus);
  }
}
