package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many random sessions, each from one seed, with what must hold in all of them ({@link
 * Invariants}). {@code -Dswarm.sessions=200000} runs more of them, {@code -Dswarm.first=2001}
 * others; {@code -Dswarm.seed=17} replays one, with its journal printed.
 */
class SwarmTest {
  private static final int SESSIONS = Integer.getInteger("swarm.sessions", 2_000);
  private static final long FIRST = Long.getLong("swarm.first", 1);
  private static final int SHOWN_FAILURES = 3;

  /**
   * How one went.
   *
   * @param failure what must not be, or null
   */
  private record Outcome(long seed, @Nullable End end, @Nullable String failure) {}

  @Test
  void randomSessions_endAsSessionsMay_andLeaveNothingBehind() {
    Long only = Long.getLong("swarm.seed");
    if (only != null) {
      new RandomSession(only, true).play();
      return;
    }
    List<Outcome> outcomes =
        LongStream.range(FIRST, FIRST + SESSIONS).parallel().mapToObj(SwarmTest::play).toList();
    List<Outcome> failed = outcomes.stream().filter(one -> one.failure != null).toList();
    assertTrue(failed.isEmpty(), () -> describe(failed));
    Map<End, Integer> ends = new EnumMap<>(End.class);
    for (Outcome one : outcomes) {
      ends.merge(one.end, 1, Integer::sum);
    }
    // A swarm in which hardly anything comes to its end, or nothing ever fails, tests nothing.
    assertTrue(ends.getOrDefault(End.ENDED, 0) > SESSIONS / 3, ends.toString());
    assertTrue(ends.getOrDefault(End.FAILED, 0) > SESSIONS / 50, ends.toString());
  }

  @Test
  void aRandomSession_isTheSameEveryTime() {
    LongStream.rangeClosed(1, 100)
        .forEach(seed -> assertEquals(journal(seed), journal(seed), "journal of seed " + seed));
  }

  private static String journal(long seed) {
    RandomSession session = new RandomSession(seed, false);
    session.play();
    return session.session().journal().toString();
  }

  private static Outcome play(long seed) {
    try {
      return new Outcome(seed, new RandomSession(seed, false).play(), null);
    } catch (AssertionError | RuntimeException e) {
      return new Outcome(seed, null, String.valueOf(e.getMessage() == null ? e : e.getMessage()));
    }
  }

  private static String describe(List<Outcome> failed) {
    StringBuilder text = new StringBuilder().append(failed.size()).append(" sessions fail:");
    for (Outcome one : failed.subList(0, Math.min(SHOWN_FAILURES, failed.size()))) {
      text.append("\nseed ").append(one.seed).append(": ").append(one.failure);
      text.append("\nReplay it, with its journal:\n  ").append(replay(one.seed));
    }
    return text.append("\nAll seeds: ")
        .append(failed.stream().map(Outcome::seed).toList())
        .toString();
  }

  private static String replay(long seed) {
    return "./mvnw -q -pl teavm-app/simulator -am test -Dtest=SwarmTest"
        + " -Dsurefire.failIfNoSpecifiedTests=false -Dswarm.seed="
        + seed;
  }
}
