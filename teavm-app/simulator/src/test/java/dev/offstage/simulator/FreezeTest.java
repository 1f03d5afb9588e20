package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.protocol.Event;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's main thread is blocked, and playback does not notice. */
class FreezeTest {
  private static final Movie MOVIE =
      Movie.ofSeconds(120).withVideo(2, 2, 1_000_000).withAudio("en", 2, 96_000);

  @ParameterizedTest
  @ValueSource(doubles = {8_000, 16_000, 60_000})
  void pageFrozen_atAGoalOf4S_losesNothing(double freezeMs) {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).goals(4, 10).bandwidth(3_000_000, 40).load().playUntil(6);
    double from = session.element().currentTime();
    session.page().freeze(freezeMs);
    session.runFor(freezeMs);
    assertEquals(freezeMs / 1_000, session.element().currentTime() - from, 0.001);
    session.runFor(5_000);
    assertEquals(freezeMs / 1_000 + 5, session.element().currentTime() - from, 0.001);
  }

  @Test
  void pageFrozenForAMinute_onADeadLine_playsToTheEndOfWhatThereIs_andIsRightOnThaw() {
    // The line dies with the freeze: what has been loaded by then is all there is.
    NetworkTrace trace =
        new NetworkTrace(
            List.of(
                new NetworkTrace.Step(20_000, 3_000_000, 40),
                new NetworkTrace.Step(60_000, 0, 40),
                new NetworkTrace.Step(1_000_000, 3_000_000, 40)));
    SimulatedSession session =
        SimulatedSession.of(MOVIE).goals(20, 20).retries(9, 10_000).trace(trace).load();
    session.runFor(20_000);
    double end = session.element().buffered().endS(0);
    session.page().freeze(60_000);
    session.runFor(59_900);
    assertEquals(end, session.element().currentTime(), 0.05);
    session.runFor(200);
    assertEquals(end, session.page().status().positionS(), 0.05);
    assertTrue(session.page().jumps().isEmpty());
    session.playUntilEnded();
    assertEquals(120, session.element().playedS(), 0.05);
  }

  @Test
  void pageFrozenForAMinute_atAGoalOf20S_isRightOnThaw() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).goals(20, 20).bandwidth(3_000_000, 40).load().playUntil(6);
    session.page().freeze(60_000);
    session.runFor(60_000 + 100);
    Event.Status seen = session.page().status();
    double passedS = (session.nowMs() - seen.atMs()) / 1_000;
    assertEquals(session.element().currentTime(), seen.positionS() + passedS, 0.05);
    assertTrue(session.page().jumps().isEmpty());
    assertEquals(0, session.element().stalls());
    session.playUntilEnded();
  }

  @Test
  void pageWithTheMediaSourceOnIt_frozen_playsWhatItHas_andGoesOnWhenItThaws() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).bridged().goals(10, 10).bandwidth(5_000_000, 40).load();
    session.playUntil(20);
    double end = session.element().buffered().endS(0);
    session.page().freeze(30_000);
    session.runFor(29_900);
    assertEquals(end, session.element().currentTime(), 0.05);
    session.playUntilEnded();
    assertEquals(120, session.element().playedS(), 0.05);
    assertTrue(session.page().jumps().isEmpty());
  }

  @Test
  void pageFrozenMostOfTheTime_losesNothing() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).goals(4, 10).bandwidth(3_000_000, 40).load().playUntil(6);
    double from = session.element().currentTime();
    for (int i = 0; i < 10; i++) {
      session.page().freeze(1_900);
      session.runFor(2_000);
    }
    assertEquals(20, session.element().currentTime() - from, 0.001);
  }

  @Test
  void pageFrozenToTheEnd_isToldOfTheEndWhenItThaws() {
    SimulatedSession session = SimulatedSession.of(MOVIE).goals(4, 10).load().playUntil(80);
    session.page().freeze(60_000);
    session.runFor(60_100);
    assertTrue(session.element().isEnded());
    assertEquals(120, session.element().playedS(), 0.05);
    assertEquals(0, session.element().stalls());
  }

  @Test
  void pageFrozenInAStall_playbackGoesOnWithoutIt_andLoadingToo() {
    // The line dies until the element stalls; then the page freezes, and the line comes back.
    NetworkTrace trace =
        new NetworkTrace(
            List.of(
                new NetworkTrace.Step(8_000, 3_000_000, 40),
                new NetworkTrace.Step(7_000, 0, 40),
                new NetworkTrace.Step(1_000_000, 3_000_000, 40)));
    SimulatedSession session = SimulatedSession.of(MOVIE).goals(4, 10).trace(trace).load();
    session.playUntil(8);
    session.runUntil("a stall", 20_000, () -> !session.element().isMoving());
    session.runFor(500);
    session.page().freeze(40_000);
    session.runUntil("moving", 10_000, () -> session.element().isMoving());
    double from = session.element().currentTime();
    int stalls = session.element().stalls();
    session.runFor(25_000);
    assertEquals(25, session.element().currentTime() - from, 1);
    assertTrue(session.element().stalls() <= stalls + 2, "" + session.element().stalls());
  }

  @Test
  void rateOfTwo_pageFrozen_losesNothing() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).goals(6, 10).bandwidth(5_000_000, 40).load().playUntil(6);
    session.page().run(() -> session.element().setRate(2));
    session.runFor(1_000);
    double from = session.element().currentTime();
    session.page().freeze(16_000);
    session.runFor(16_000);
    assertEquals(32, session.element().currentTime() - from, 0.001);
  }

  @Test
  void pageFrozenDuringTheLoad_startsWhenItThaws() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().runFor(20);
    session.page().freeze(5_000);
    session.runFor(5_000);
    session.runUntil("playing", 500, () -> session.element().isMoving());
    session.playUntilEnded();
  }
}
