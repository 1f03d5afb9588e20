package dev.offstage.e2e;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import org.junit.jupiter.api.Tag;

/** {@link FrozenPageIT} with the other engine, at the same time in a JVM of its own. */
@Tag("alone")
class FrozenPageInJavaScriptIT {
  @PlaybackTest(Setup.CHROMIUM_JS)
  void mainThread_frozenFor8s_andFor16s_losesNoTime(MediaServer server, PlayerPage page) {
    Freeze.start(server, page);
    Freeze.checkSolid(page);
  }
}
