package dev.offstage.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many random live sessions ({@link RandomBroadcast}), by the same properties as {@link SwarmTest},
 * but {@code -Dlive.swarm.seed=17} to replay one.
 */
class LiveSwarmTest {
  private static final int SESSIONS = Integer.getInteger("swarm.sessions", 2_000) / 8;
  private static final long FIRST = Long.getLong("swarm.first", 1);

  @Test
  void randomBroadcasts_endAsBroadcastsMay_andLeaveNothingBehind() {
    Long only = Long.getLong("live.swarm.seed");
    if (only != null) {
      new RandomBroadcast(only, true).play();
      return;
    }
    int[] ended = new int[1];
    List<String> failed =
        LongStream.range(FIRST, FIRST + SESSIONS)
            .parallel()
            .mapToObj(seed -> play(seed, ended))
            .filter(Objects::nonNull)
            .toList();
    assertTrue(
        failed.isEmpty(),
        () ->
            failed.size()
                + " sessions fail\n"
                + String.join("\n", failed.subList(0, Math.min(3, failed.size())))
                + "\nAll: "
                + failed.stream().map(f -> f.substring(0, f.indexOf(':'))).toList());
    assertTrue(ended[0] > SESSIONS / 2, ended[0] + " have ended");
  }

  private static @Nullable String play(long seed, int[] ended) {
    try {
      if (new RandomBroadcast(seed, false).play() == End.ENDED) {
        synchronized (ended) {
          ended[0]++;
        }
      }
      return null;
    } catch (AssertionError | RuntimeException e) {
      return "seed " + seed + ": " + (e.getMessage() == null ? e : e.getMessage());
    }
  }
}
