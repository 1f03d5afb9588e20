package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Many random sessions, each from one seed, with what must hold in all of them. {@code
 * -Dswarm.sessions=200000} runs more of them; {@code -Dswarm.seed=17} replays one, with its journal
 * printed.
 */
class SwarmTest {
  private static final int SESSIONS = Integer.getInteger("swarm.sessions", 200);

  @Test
  void randomSessions_endAsSessionsMay_andLeaveNothingBehind() {
    Long only = Long.getLong("swarm.seed");
    if (only != null) {
      play(only, true);
      return;
    }
    Map<RandomSession.End, Integer> ends = new EnumMap<>(RandomSession.End.class);
    for (long seed = 1; seed <= SESSIONS; seed++) {
      ends.merge(play(seed, false), 1, Integer::sum);
    }
    // A swarm in which hardly anything comes to its end, or nothing ever fails, tests nothing.
    assertTrue(ends.getOrDefault(RandomSession.End.ENDED, 0) > SESSIONS / 3, ends.toString());
    assertTrue(ends.getOrDefault(RandomSession.End.FAILED, 0) > SESSIONS / 50, ends.toString());
  }

  @Test
  void aRandomSession_isTheSameEveryTime() {
    for (long seed = 1_000; seed < 1_010; seed++) {
      RandomSession first = new RandomSession(seed, false);
      RandomSession second = new RandomSession(seed, false);
      first.play();
      second.play();
      assertEquals(first.session().journal().toString(), second.session().journal().toString());
    }
  }

  private static RandomSession.End play(long seed, boolean verbose) {
    RandomSession random = new RandomSession(seed, verbose);
    try {
      return random.play();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + " (replay it with -Dswarm.seed=" + seed + "): " + e.getMessage(), e);
    }
  }
}
