package dev.offstage.e2e;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import org.junit.jupiter.api.Tag;

/** {@link BusyPageIT} with the other engine, at the same time in a JVM of its own. */
@Tag("alone")
class BusyPageInJavaScriptIT {
  @PlaybackTest(Setup.CHROMIUM_JS)
  void mainThread_blocked1900Of2000ms_losesNoTime(MediaServer server, PlayerPage page) {
    Freeze.start(server, page);
    Freeze.check(page, Freeze.nearlyAllTheTime(page));
  }
}
