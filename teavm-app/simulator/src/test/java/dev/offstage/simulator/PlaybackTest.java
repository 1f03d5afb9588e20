package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.simulator.origin.Movie;
import org.junit.jupiter.api.Test;

/** Plain playback, from load to the end. */
class PlaybackTest {
  @Test
  void ordinaryMovie_playsToTheEnd_withoutAStall() {
    SimulatedSession session =
        SimulatedSession.of(Movie.ordinary(60)).bandwidth(5_000_000, 40).load();
    session.playUntilEnded();
    assertEquals(60, session.element().currentTime(), 0.03);
    assertEquals(0, session.element().stalls());
    assertEquals(60, session.element().playedS(), 0.03);
    assertTrue(session.page().errors().isEmpty());
  }

  @Test
  void sameSeed_writesTheSameJournal_byteForByte() {
    String first =
        SimulatedSession.of(Movie.ordinary(60)).load().playUntilEnded().journal().toString();
    String second =
        SimulatedSession.of(Movie.ordinary(60)).load().playUntilEnded().journal().toString();
    assertEquals(first, second);
    assertTrue(first.length() > 1_000, first);
  }
}
