package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.protocol.Command;
import dev.offstage.simulator.origin.Movie;
import org.junit.jupiter.api.Test;

/** How often the engine wakes the page up. */
class MessagesTest {
  private static final Movie MOVIE = Movie.ordinary(180);

  @Test
  void playback_goingOn_wakesThePageUpEvery17TenthsOfASecond() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(40);
    int before = messages(session);
    session.runFor(60_000);
    int perMinute = messages(session) - before;
    assertTrue(perMinute <= 36, perMinute + " messages in a minute");
    // The page takes a worker that is silent for two seconds for one that may be dead.
    assertTrue(perMinute >= 30, perMinute + " messages in a minute");
  }

  @Test
  void pausedElement_withAFullBuffer_isLeftAlone() {
    SimulatedSession session = SimulatedSession.of(MOVIE).load().playUntil(10);
    session.page().run(() -> session.element().pause());
    session.runFor(30_000);
    int before = messages(session);
    session.runFor(60_000);
    assertTrue(messages(session) == before, session.journal().tail(10));
  }

  @Test
  void figures_askedForAgainAndAgain_comeTwiceASecondWhileTheyChange() {
    SimulatedSession session =
        SimulatedSession.of(MOVIE).bandwidth(3_000_000, 40).goals(60, 30).load().playUntil(1);
    int before = messages(session);
    for (int i = 0; i < 100; i++) {
      session.page().post(new Command.Ask(session.page().session()));
      session.runFor(100);
    }
    int inTenSeconds = messages(session) - before;
    assertTrue(inTenSeconds >= 10 && inTenSeconds <= 22, inTenSeconds + " messages");
  }

  private static int messages(SimulatedSession session) {
    return session.journal().toString().split(" engine ", -1).length;
  }
}
