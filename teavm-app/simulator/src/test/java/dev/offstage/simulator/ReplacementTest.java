package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.simulator.net.Fault;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Low quality that lies in the buffer is loaded again when the line has become better. */
class ReplacementTest {
  @Test
  void bandwidthThatComesBack_replacesWhatIsBuffered() {
    SimulatedSession session = slowThen(8_000_000, 600_000).load();
    session.playUntil(38);
    for (int timeS = 46; timeS < 52; timeS += 2) {
      assertTrue(session.videoBuffer().segmentAt(timeS).contains("v240"), "before, at " + timeS);
    }
    session.playUntil(45);
    for (int timeS = 46; timeS < 52; timeS += 2) {
      assertTrue(session.videoBuffer().segmentAt(timeS).contains("v720"), "after, at " + timeS);
    }
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertEquals(List.of(), session.page().errors());
  }

  @Test
  void replacement_tellsItsQuality() {
    SimulatedSession session = slowThen(8_000_000, 600_000).load();
    session.playUntil(38);
    String before = last(session.page().qualities());
    assertEquals("v240", before);
    session.runUntil(
        "a segment that is there already is loaded again",
        20_000,
        () -> session.network().requests("v720/").size() > 1);
    session.runFor(100);
    assertEquals("v720", last(session.page().qualities()));
  }

  private static String last(List<String> qualities) {
    return qualities.get(qualities.size() - 1);
  }

  @Test
  void bandwidthThatComesBackForAMoment_doesNotCostTheBuffer() {
    SimulatedSession session = slowThen(3_000_000, 4_500).load();
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertTrue(
        session.network().requests("v720").stream()
            .anyMatch(request -> request.toString().endsWith("ABORTED")),
        "what would come too late is given up");
  }

  @Test
  void replacementThatIsNotThere_leavesWhatIsBuffered() {
    SimulatedSession session = slowThen(8_000_000, 600_000).build();
    for (int number = 1; number <= 34; number++) {
      session.network().faults().add("v720/" + number + ".m4s", 1_000, new Fault.Status(503));
    }
    session.load().playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertEquals(List.of(), session.page().errors());
    assertTrue(session.network().requests("v720/40.m4s").size() > 0, "the line carries it");
  }

  @ParameterizedTest(name = "room for {0} bytes")
  @ValueSource(doubles = {300_000, 650_000, 1_000_000, 1_500_000, 2_400_000})
  void replacementForWhichThereIsNoRoom_leavesWhatIsBuffered(double bytes) {
    SimulatedSession session = slowThen(8_000_000, 600_000).quota(bytes).withoutEviction().load();
    session.playUntil(50);
    assertTrue(session.journal().toString().contains("QuotaExceededError"), "it was tried");
    assertEquals(List.of(), session.videoBuffer().appendedInVain());
    session.playUntilEnded();
    assertEquals(0, session.element().stalls());
    assertEquals(List.of(), session.page().errors().stream().filter(PlayerError::fatal).toList());
  }

  /** The line is slow for 40 s, fast for {@code fastMs}, and then slow again. */
  private static SimulatedSession.Builder slowThen(double fastBps, double fastMs) {
    return SimulatedSession.of(Movie.ordinary(120))
        .trace(
            new NetworkTrace(
                List.of(
                    new NetworkTrace.Step(40_000, 550_000, 40),
                    new NetworkTrace.Step(fastMs, fastBps, 40),
                    new NetworkTrace.Step(600_000, 500_000, 40))));
  }
}
