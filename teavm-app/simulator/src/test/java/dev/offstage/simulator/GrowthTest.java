package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.simulator.element.VirtualSourceBuffer;
import dev.offstage.simulator.origin.Movie;
import org.junit.jupiter.api.Test;

/** Nothing grows, however long a player lives. */
class GrowthTest {
  @Test
  void twoHundredLoads_leaveNothingBehind() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60)).bandwidth(5_000_000, 40).build();
    int before = 0;
    for (int i = 0; i < 200; i++) {
      session.load().runFor(50 + 37 * (i % 60)).unload();
      assertEquals(0, session.pendingTimers());
      assertEquals(0, session.network().inFlight());
      int held = Reachable.count(session.engine());
      before = i == 20 ? held : before;
      assertTrue(i < 20 || held <= before, "objects held: " + before + ", then " + held);
    }
  }

  @Test
  void loadsOnTopOfEachOther_leaveNothingBehind() {
    SimulatedSession session = SimulatedSession.of(Movie.ordinary(60)).load().runFor(4_000);
    int before = Reachable.count(session.engine());
    for (int i = 0; i < 50; i++) {
      session.load().runFor(4_000);
    }
    int held = Reachable.count(session.engine());
    assertTrue(held < before + 50, "objects held: " + before + ", then " + held);
  }

  @Test
  void anHourOfPlayback_holdsNoMoreThanItsFirstMinutes() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(3_700)).bandwidth(4_000_000, 40).load().playUntil(300);
    int before = Reachable.count(session.engine());
    int timers = session.pendingTimers();
    double bytes = bytes(session);
    session.playUntil(3_600);
    int held = Reachable.count(session.engine());
    assertTrue(held < before + 100, "objects held: " + before + ", then " + held);
    assertTrue(session.pendingTimers() <= timers + 2, "timers: " + session.pendingTimers());
    assertTrue(bytes(session) < bytes * 1.2, "bytes: " + bytes + ", then " + bytes(session));
  }

  private static double bytes(SimulatedSession session) {
    double sum = 0;
    for (VirtualSourceBuffer buffer : session.element().source().buffers()) {
      sum += buffer.bytes();
    }
    return sum;
  }
}
