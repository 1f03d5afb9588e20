package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.simulator.element.VirtualSourceBuffer;
import dev.offstage.simulator.origin.Movie;
import org.junit.jupiter.api.Test;

/** How much is held: goals, old media, full buffers, gaps. */
class BufferTest {
  @Test
  void goals_areKeptThroughout_aheadAndBehind() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(300)).goals(12, 8).bandwidth(20_000_000, 20).load();
    session.playUntil(3);
    while (session.element().currentTime() < 280) {
      session.runFor(100);
      double position = session.element().currentTime();
      for (VirtualSourceBuffer buffer : session.element().source().buffers()) {
        TimeRanges there = buffer.bufferedNow();
        assertEquals(1, there.count(), there.toString());
        double ahead = there.endS(0) - position;
        double behind = position - there.startS(0);
        assertTrue(ahead <= 12 + 2.1, "ahead " + ahead + " at " + position);
        assertTrue(ahead >= 12 - 2.5 || position < 20, "ahead " + ahead + " at " + position);
        // Old media is removed some seconds at a time, up to a segment's edge.
        assertTrue(behind <= 8 + 4 + 2 + 0.6, "behind " + behind + " at " + position);
        assertTrue(behind >= Math.min(8, position) - 0.1, "behind " + behind + " at " + position);
      }
    }
    assertEquals(0, session.element().stalls());
    session.playUntilEnded();
  }

  @Test
  void audio_doesNotRunAheadOfVideo_thatPlaybackWaitsFor() {
    Movie movie = Movie.ofSeconds(60).withVideo(2, 2, 800_000).withAudio("en", 2, 96_000);
    SimulatedSession session = SimulatedSession.of(movie).bandwidth(1_000_000, 40).load();
    while (session.element().currentTime() < 20) {
      session.runFor(50);
      double position = session.element().currentTime();
      double videoTo = session.videoBuffer().bufferedNow().coveredS(position, 60);
      double audioTo = session.audioBuffer().bufferedNow().coveredS(position, 60);
      // What is under way when it gets ahead comes to its end: one segment and the lead.
      assertTrue(audioTo <= videoTo + 2 + 1.1, audioTo + " against " + videoTo);
    }
  }

  @Test
  void nothingKeptBehind_playsOn() {
    SimulatedSession session = SimulatedSession.of(Movie.ordinary(60)).goals(6, 0).load();
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertEquals(60, session.element().playedS(), 0.03);
  }

  @Test
  void nothingKeptBehind_segmentThatComesInPieces_isNotTornApart() {
    Movie movie = Movie.ofSeconds(60).withVideo(4, 4, 2_000_000).withAudio("en", 4, 96_000);
    SimulatedSession session =
        SimulatedSession.of(movie).goals(12, 0).bandwidth(3_000_000, 40).load().playUntil(3);
    session.seek(43.5).playUntilEnded();
    assertEquals(1, session.network().requests("v240/11.m4s").size());
    // Half a second is left of the segment sought, and the next one does not come as fast.
    assertTrue(session.element().stalls() <= 1, "stalls: " + session.element().stalls());
  }

  @Test
  void longSegmentsWithSeveralGroups_areKeptWhereTheyArePlayed() {
    Movie movie = Movie.ofSeconds(120).withVideo(10, 2, 800_000).withAudio("en", 6, 96_000);
    SimulatedSession session = SimulatedSession.of(movie).goals(12, 3).load();
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertEquals(120, session.element().playedS(), 0.03);
  }

  @Test
  void mediaLeftAheadByASeekBack_isRemoved() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(200)).goals(10, 20).load().playUntil(100);
    session.seek(10).playUntil(20);
    TimeRanges there = session.videoBuffer().bufferedNow();
    double end = there.endS(there.count() - 1);
    assertTrue(end < 20 + 10 + 2 * 2 + 4.1, there.toString());
  }

  @Test
  void goalInBytes_isKept_andPlaybackDoesNotNotice() {
    Movie movie = Movie.ofSeconds(120).withVideo(2, 2, 4_000_000).withAudio("en", 2, 96_000);
    SimulatedSession session =
        SimulatedSession.of(movie).goals(60, 30).bytes(8_000_000).bandwidth(20_000_000, 30).load();
    session.playUntil(1);
    double most = 0;
    while (session.element().currentTime() < 115) {
      session.runFor(100);
      double held = session.videoBuffer().bytes() + session.audioBuffer().bytes();
      assertTrue(held < 8_000_000 + 2_200_000, held + " bytes");
      most = Math.max(most, held);
    }
    assertTrue(most > 7_000_000, most + " bytes at most");
    assertEquals(0, session.element().stalls());
    session.playUntilEnded();
  }

  @Test
  void goalInBytes_smallerThanASegment_isExceededRatherThanStarved() {
    Movie movie = Movie.ofSeconds(30).withVideo(2, 2, 4_000_000);
    SimulatedSession session =
        SimulatedSession.of(movie).bytes(500_000).bandwidth(20_000_000, 30).load();
    session.playUntilEnded();
    assertEquals(30, session.element().playedS(), 0.03);
  }

  @Test
  void oldMedia_isNotRemovedAfterTheEnd_whichWouldOpenTheSourceAgain() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(40)).goals(30, 2).bandwidth(20_000_000, 20).load();
    session.playUntil(1);
    session.runUntil("end of stream", 30_000, () -> session.element().source().isEnded());
    while (!session.element().isEnded()) {
      session.runFor(50);
      assertTrue(session.element().source().isEnded(), "open again");
    }
    session.runFor(10_000);
    assertTrue(session.element().isEnded());
  }

  @Test
  void fullBuffer_isAnsweredByHoldingLess_notByAnError() {
    // 2.5 Mbit/s are 312 kB a second: 30 s ahead and 30 s behind do not fit in 3 MB.
    Movie movie = Movie.ofSeconds(240).withVideo(2, 2, 2_500_000).withAudio("en", 2, 96_000);
    SimulatedSession session =
        SimulatedSession.of(movie).quota(3_000_000).bandwidth(12_000_000, 30).load();
    session.playUntilEnded();
    assertEquals(240, session.element().playedS(), 0.03);
    assertEquals(0, session.element().stalls());
  }

  @Test
  void fullBufferOfABrowserThatEvictsNothing_isAnsweredByHoldingLess() {
    Movie movie = Movie.ofSeconds(240).withVideo(2, 2, 2_500_000).withAudio("en", 2, 96_000);
    SimulatedSession session =
        SimulatedSession.of(movie)
            .quota(3_000_000)
            .withoutEviction()
            .bandwidth(12_000_000, 30)
            .load();
    session.playUntilEnded();
    assertEquals(240, session.element().playedS(), 0.03);
    assertEquals(0, session.element().stalls());
  }

  @Test
  void noRoomForASegment_isATypedError() {
    Movie movie = Movie.ofSeconds(60).withVideo(4, 4, 5_000_000);
    SimulatedSession session = SimulatedSession.of(movie).quota(1_000_000).load();
    session.playUntilFailed();
    assertEquals(
        dev.offstage.engine.error.ErrorCode.QUOTA_EXCEEDED, session.page().errors().get(0).code());
  }

  @Test
  void gapInTheMedia_isJumped() {
    Movie movie = Movie.ordinary(60).withHole(MediaType.VIDEO, 20.6, 22);
    SimulatedSession session = SimulatedSession.of(movie).load();
    session.playUntilEnded();
    assertEquals(60 - 1.4, session.element().playedS(), 0.05);
    assertTrue(session.element().stalledMs() < 1_000, "" + session.element().stalledMs());
  }

  @Test
  void gapOfWholeSegments_isJumped() {
    Movie movie = Movie.ordinary(60).withHole(MediaType.AUDIO, 19, 31);
    SimulatedSession session = SimulatedSession.of(movie).load();
    session.playUntilEnded();
    assertEquals(60 - 12, session.element().playedS(), 0.1);
  }

  @Test
  void gapLongerThanTheGoal_isJumped() {
    Movie movie = Movie.ordinary(60).withHole(MediaType.VIDEO, 19, 39);
    SimulatedSession session = SimulatedSession.of(movie).goals(6, 10).load();
    session.playUntilEnded();
    assertEquals(60 - 20, session.element().playedS(), 0.1);
  }

  @Test
  void videoThatEndsLongBeforeTheAudio_atSmallGoals_playsToTheEndOfTheAudio() {
    Movie movie = Movie.ordinary(40).withHole(MediaType.VIDEO, 31, 40);
    SimulatedSession session = SimulatedSession.of(movie).goals(4, 4).load().playUntilEnded();
    assertEquals(40, session.element().currentTime(), 0.05);
  }

  @Test
  void slowLine_isNotSpentOnTheSoundAlone() {
    Movie movie = Movie.ofSeconds(60).withVideo(2, 2, 900_000).withAudio("en", 2, 96_000);
    SimulatedSession session = SimulatedSession.of(movie).bandwidth(1_500_000, 40).load();
    session.playUntil(1);
    int stallsAtTheStart = session.element().stalls();
    while (session.element().currentTime() < 50) {
      session.runFor(100);
      double video = endOf(session.videoBuffer());
      double audio = endOf(session.audioBuffer());
      assertTrue(audio <= video + 2 + 2 + 2.1, "audio to " + audio + ", video to " + video);
    }
    assertEquals(stallsAtTheStart, session.element().stalls());
  }

  private static double endOf(VirtualSourceBuffer buffer) {
    TimeRanges there = buffer.bufferedNow();
    return there.endS(there.count() - 1);
  }

  @Test
  void mediaThatStartsLate_isJumpedTo() {
    Movie movie = Movie.ordinary(20).withHole(MediaType.VIDEO, 0, 0.52);
    SimulatedSession session = SimulatedSession.of(movie).load();
    session.playUntilEnded();
    assertEquals(20 - 0.52, session.element().playedS(), 0.05);
  }

  @Test
  void seekIntoAGap_landsBehindIt() {
    Movie movie = Movie.ordinary(60).withHole(MediaType.VIDEO, 40.6, 42);
    SimulatedSession session = SimulatedSession.of(movie).load().playUntil(2);
    session.seek(41).playUntil(42.2);
  }

  @Test
  void seekRightBeforeAGap_doesNotWaitForEver() {
    Movie movie = Movie.ordinary(60).withHole(MediaType.VIDEO, 40.6, 42);
    SimulatedSession session = SimulatedSession.of(movie).load().playUntil(2);
    session.seek(40.53).playUntil(42.2);
  }

  @Test
  void videoThatEndsBeforeTheAudio_playsToTheEndOfTheAudio() {
    Movie movie = Movie.ordinary(30).withHole(MediaType.VIDEO, 28.5, 30);
    SimulatedSession session = SimulatedSession.of(movie).load().playUntilEnded();
    assertEquals(30, session.element().currentTime(), 0.05);
  }
}
