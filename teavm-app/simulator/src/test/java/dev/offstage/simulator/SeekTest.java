package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.simulator.net.RequestRecord;
import dev.offstage.simulator.origin.Movie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting elsewhere than at zero, and seeking. */
class SeekTest {
  private static final Movie MOVIE = Movie.ordinary(120);

  @Test
  void startTime_loadsNothingBefore_andPlaysFromThere() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load(61);
    session.playUntil(61.5);
    assertTrue(session.element().playedS() < 1, "played " + session.element().playedS());
    assertTrue(session.network().requests("/1.m4s").isEmpty());
    assertEquals(1, session.network().requests("/31.m4s").size() / 2);
    session.playUntilEnded();
  }

  @Test
  void startTime_onASlowLine_loadsNothingBefore() {
    Movie movie = Movie.ofSeconds(120).withVideo(2, 2, 900_000).withAudio("en", 2, 96_000);
    SimulatedSession session = SimulatedSession.of(movie).bandwidth(1_500_000, 1_200).load(61);
    session.playUntil(62);
    assertTrue(session.network().requests("/1.m4s").isEmpty());
  }

  @Test
  void startTimeBehindTheEnd_endsAtOnce() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load(500);
    session.runUntil("ended", 20_000, () -> session.element().isEnded());
  }

  @Test
  void seekInTheBuffer_asksForNothingAnew() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(20);
    session.runUntil("idle", 30_000, () -> session.network().inFlight() == 0);
    int before = session.network().requests().size();
    double at = session.elapsedMs();
    session.seek(30).runUntil("playing", 1_000, () -> session.element().currentTime() > 30);
    assertTrue(session.elapsedMs() - at < 60, "took " + (session.elapsedMs() - at));
    session.runFor(50);
    List<RequestRecord> after =
        session.network().requests().subList(before, session.network().requests().size());
    assertTrue(after.stream().noneMatch(r -> r.url().endsWith("/16.m4s")), after.toString());
  }

  @Test
  void seekOutOfTheBuffer_loadsTheSegmentThere_first() {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(5_000_000, 40).load();
    session.playUntil(5);
    int before = session.network().requests().size();
    session.seek(100).runUntil("playing", 5_000, () -> session.element().currentTime() > 100.2);
    List<RequestRecord> after =
        session.network().requests().subList(before, session.network().requests().size());
    RequestRecord first = after.stream().filter(r -> r.url().endsWith(".m4s")).findFirst().get();
    assertTrue(first.url().endsWith("/51.m4s"), first.toString());
    session.playUntilEnded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "throughput", "dynamic"}) // BOLA goes by the buffer alone
  void seekOutOfTheBuffer_keepsWhatIsKnownOfTheLine(String policy) {
    AbrConfig usual = PlayerConfig.DEFAULT.abr();
    SimulatedSession session =
        SimulatedSession.of(MOVIE)
            .abr(
                new AbrConfig(
                    policy,
                    usual.initialBandwidthBps(),
                    usual.safetyFactor(),
                    usual.maxBitrateBps()))
            .bandwidth(20_000_000, 40)
            .load()
            .playUntil(20);
    session.seek(100).playUntil(104.5);
    // From the start on, the first two segments are of a lower quality: nothing is measured yet.
    List<RequestRecord> first = session.network().requests("/51.m4s");
    assertTrue(first.get(0).url().contains("v720"), first.toString());
    assertEquals("p0/v720/52", session.videoBuffer().segmentAt(104.4));
  }

  @Test
  void seekBack_behindWhatIsKept_loadsItAgain_andPlaysToTheEnd() {
    SimulatedSession session = SimulatedSession.of(MOVIE).goals(10, 5).load().playUntil(60);
    session.seek(10);
    session.runUntil(
        "playing", 5_000, () -> Math.abs(session.element().currentTime() - 10.5) < 0.2);
    session.playUntilEnded();
  }

  @Test
  void seekBackAfterTheEnd_reopensTheSource_andEndsAgain() {
    SimulatedSession session = SimulatedSession.of(MOVIE).goals(10, 5).load(110).playUntilEnded();
    session.seek(20).runFor(3_000);
    assertTrue(session.element().isMoving());
    assertTrue(!session.element().source().isEnded());
    session.playUntilEnded();
  }

  @Test
  void twentySeeksInARow_onlyTheLastIsFetchedFor_earlierRequestsAreAborted() {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(1_000_000, 200).load();
    session.playUntil(2);
    int before = session.network().requests().size();
    double target = 0;
    for (int i = 1; i <= 20; i++) {
      target = 10 + (i * 37) % 100;
      session.seek(target).runFor(20);
    }
    double last = target;
    session.runUntil("playing", 20_000, () -> session.element().currentTime() > last + 0.2);
    assertTrue(session.element().currentTime() < last + 1);
    int wanted = (int) (last / 2) + 1;
    for (RequestRecord request :
        session.network().requests().subList(before, session.network().requests().size())) {
      if (request.outcome() == RequestRecord.Outcome.COMPLETE && request.url().endsWith("m4s")) {
        int number = numberOf(request);
        assertTrue(number >= wanted && number < wanted + 16, "of no use: " + request);
      }
    }
    assertTrue(session.network().mostInFlight() <= 4, "" + session.network().mostInFlight());
  }

  @Test
  void twentySeeksInOneTask_makeRequestsForTheLastOnly() {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(1_000_000, 200).load();
    session.playUntil(2);
    int before = session.network().requests().size();
    session
        .page()
        .run(
            () -> {
              for (int i = 1; i <= 20; i++) {
                session.element().seek(10 + 5 * i);
              }
            });
    session.runUntil("playing", 20_000, () -> session.element().currentTime() > 110.2);
    for (RequestRecord request :
        session.network().requests().subList(before, session.network().requests().size())) {
      assertTrue(request.url().endsWith("init.mp4") || numberOf(request) >= 56, request.toString());
    }
  }

  @Test
  void seekToTheEnd_ends() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(3);
    session.seek(120).runUntil("ended", 10_000, () -> session.element().isEnded());
  }

  @Test
  void seekBeforeTheManifestIsThere_isWhereItStarts() {
    SimulatedSession session = SimulatedSession.of(MOVIE).bandwidth(2_000_000, 500).load();
    session.runFor(600).seek(50);
    session.playUntil(50.5);
    assertTrue(session.element().playedS() < 1);
  }

  private static int numberOf(RequestRecord request) {
    String url = request.url();
    return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1, url.lastIndexOf('.')));
  }
}
