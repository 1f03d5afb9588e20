package dev.offstage.e2e;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** A page that freezes solid: playback does not notice. */
@Tag("alone")
class FrozenPageIT {
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void mainThread_blockedFor8s_losesNoTime(MediaServer server, PlayerPage page) {
    Freeze.start(server, page);
    Freeze.check(page, page.blockMainThread(Duration.ofSeconds(8)));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void mainThread_blockedFor16s_losesNoTime(MediaServer server, PlayerPage page) {
    Freeze.start(server, page);
    Freeze.check(page, page.blockMainThread(Duration.ofSeconds(16)));
  }
}
