package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.origin.Movie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unloading, and loading another stream. */
class LifecycleTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 30, 60, 90, 120, 200, 400, 1_000, 5_000, 20_000, 100_000})
  void unload_atAnyMoment_leavesNoRequestAndNoTimer(double afterMs) {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(90)).bandwidth(2_000_000, 40).load();
    session.runFor(afterMs).unload();
    int requests = session.network().requests().size();
    assertEquals(0, session.network().inFlight());
    assertEquals(0, session.pendingTimers());
    session.runFor(60_000);
    assertEquals(requests, session.network().requests().size());
    assertTrue(session.page().errors().isEmpty());
  }

  @Test
  void unload_whileARetryIsDue_callsItOff() {
    SimulatedSession session = SimulatedSession.of(Movie.ordinary(60)).build();
    session.network().faults().always("/3.m4s", new Fault.Status(503));
    session
        .load()
        .runUntil("failed once", 5_000, () -> !session.network().requests("/3.m4s").isEmpty());
    session.runFor(100).unload();
    int sent = session.network().requests("/3.m4s").size();
    session.runFor(60_000);
    assertEquals(0, session.pendingTimers());
    assertEquals(sent, session.network().requests("/3.m4s").size());
  }

  @Test
  void loadAgain_whilePlaying_playsFromTheStartToTheEnd() {
    SimulatedSession session = SimulatedSession.of(Movie.ordinary(30)).load().playUntil(10);
    session.load().runUntil("starting anew", 5_000, () -> session.element().currentTime() < 1);
    session.playUntil(1).playUntilEnded();
    assertTrue(session.page().errors().isEmpty());
    session.unload();
    assertEquals(0, session.pendingTimers());
  }

  @Test
  void loadAgain_beforeTheFirstLoadCameToAnything_playsTheLast() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(30)).bandwidth(3_000_000, 100).build();
    for (int i = 0; i < 10; i++) {
      session.load().runFor(17 * i);
    }
    session.playUntilEnded();
    assertEquals(10, session.page().session());
    assertTrue(session.page().errors().isEmpty());
    assertEquals(
        1,
        session.network().requests("v240/1.m4s").stream()
            .filter(r -> r.outcome() == dev.offstage.simulator.net.RequestRecord.Outcome.COMPLETE)
            .count());
  }

  @Test
  void bandwidthOfOneSession_servesTheNext() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60)).bandwidth(20_000_000, 20).load().playUntil(20);
    session.load().runUntil("a quality", 2_000, () -> !session.page().qualities().isEmpty());
    assertEquals("v720", session.page().qualities().get(0));
  }
}
