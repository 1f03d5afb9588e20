package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_480P_VIDEO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.Passed;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Link;
import dev.offstage.e2e.server.MediaServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/**
 * The page freezes, playback does not: about 1 Mbit/s over a link of 3 Mbit/s, 4 s of buffer, and a
 * main thread that is blocked for longer than that.
 */
@Tag("alone")
class FreezeIT {
  private static final double TOLERANCE_S = 0.1;

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void mainThread_blocked1900Of2000ms_losesNoTime(MediaServer server, PlayerPage page) {
    start(server, page);
    check(
        page,
        page.blockMainThread(
            Duration.ofSeconds(20), Duration.ofMillis(1900), Duration.ofMillis(2000)));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void mainThread_blockedFor8s_losesNoTime(MediaServer server, PlayerPage page) {
    start(server, page);
    check(page, page.blockMainThread(Duration.ofSeconds(8)));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void mainThread_blockedFor16s_losesNoTime(MediaServer server, PlayerPage page) {
    start(server, page);
    check(page, page.blockMainThread(Duration.ofSeconds(16)));
  }

  private static void start(MediaServer server, PlayerPage page) {
    server.link(new Link(3e6, 40));
    page.create(Map.of("buffer", Map.of("ahead", 4))).load(LADDER_480P_VIDEO);
    page.play();
    page.waitForTime(1);
  }

  private static void check(PlayerPage page, Passed passed) {
    assertEquals(0, passed.lost(), TOLERANCE_S, () -> passed + "\n" + page.describe());
    assertEquals(List.of(), page.errors());
    page.waitForProgress();
  }
}
