package dev.offstage.e2e;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import org.junit.jupiter.api.Tag;

/** A page that is hardly ever free: playback does not notice. */
@Tag("alone")
class BusyPageIT {
  @PlaybackTest(Setup.CHROMIUM_WASM)
  void mainThread_blocked1900Of2000ms_losesNoTime(MediaServer server, PlayerPage page) {
    Freeze.start(server, page);
    Freeze.check(page, Freeze.nearlyAllTheTime(page));
  }
}
