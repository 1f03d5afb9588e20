package dev.offstage.e2e;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import org.junit.jupiter.api.Tag;

/** A page that freezes solid: playback does not notice. */
@Tag("alone")
class FrozenPageIT {
  @PlaybackTest(Setup.CHROMIUM_WASM)
  void mainThread_frozenFor8s_andFor16s_losesNoTime(MediaServer server, PlayerPage page) {
    Freeze.start(server, page);
    Freeze.checkSolid(page);
  }
}
