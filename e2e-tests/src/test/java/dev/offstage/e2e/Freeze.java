package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_480P_VIDEO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.page.Passed;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.server.Link;
import dev.offstage.e2e.server.MediaServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A page about to freeze, and what may not come of it: about 1 Mbit/s over a link of 3 Mbit/s, 4 s
 * of buffer, and a main thread that is blocked for longer than that.
 */
final class Freeze {
  private static final double TOLERANCE_S = 0.1;

  private Freeze() {}

  static void start(MediaServer server, PlayerPage page) {
    server.link(new Link(3e6, 40));
    page.create(Map.of("buffer", Map.of("ahead", 4))).load(LADDER_480P_VIDEO);
    page.play();
    page.waitForTime(1);
  }

  /** Freezes it for 8 s, and for 16 s when its buffer is full again. */
  static void checkSolid(PlayerPage page) {
    check(page, solid(page, 8));
    page.waitForBuffer(3);
    check(page, solid(page, 16));
  }

  /** Freezes it; a page that waits leaves the processor to those that compute meanwhile. */
  private static Passed solid(PlayerPage page, int seconds) {
    Passed passed = page.freezeMainThread(Duration.ofSeconds(seconds));
    assertTrue(passed.wall() >= seconds, passed::toString);
    return passed;
  }

  /** Has it compute for 1900 of every 2000 ms during 20 s. */
  static Passed nearlyAllTheTime(PlayerPage page) {
    return page.blockMainThread(
        Duration.ofSeconds(20), Duration.ofMillis(1900), Duration.ofMillis(2000));
  }

  /** Fails unless as much media as wall time has passed. */
  static void check(PlayerPage page, Passed passed) {
    assertEquals(0, passed.lost(), TOLERANCE_S, () -> passed + "\n" + page.describe());
    assertEquals(List.of(), page.errors());
    page.waitForProgress();
  }
}
