package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_480P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.util.List;
import java.util.Map;

/**
 * The viewer leaves the page and comes back: the browser kept it (back-forward cache), and it plays
 * on.
 */
class HistoryIT {
  /** Longer than it takes the page to give up a worker that says nothing. */
  private static final int AWAY_MS = 4_000;

  private static final String ELSEWHERE =
      "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>";

  /** Firefox keeps no page that is under automation. */
  @PlaybackTest(Setup.CHROMIUM_WASM)
  void page_leftAndComeBackTo_playsOn(MediaServer server, PlayerPage page) {
    // What must not be stored is not kept.
    server.header("/page/**", "Cache-Control", "no-cache");
    page.create(Map.of("buffer", Map.of("ahead", 4))).load(LADDER_480P);
    page.play();
    page.waitForTime(1);
    page.evaluate(
        "() => { addEventListener('pageshow', event => { window.wasKept = event.persisted; });"
            + " addEventListener('pagehide', () => { window.leftAt = stage.media.currentTime; }); }");
    Page tab = page.playwright();
    tab.navigate(server.serve("/elsewhere.html", ELSEWHERE).url("/elsewhere.html"));
    tab.waitForTimeout(AWAY_MS);
    tab.goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.waitUntil("window.wasKept === true");
    double back = page.currentTime();
    // It has not played on without the page, though leaving may take a moment.
    assertTrue(back - page.number("window.leftAt") < AWAY_MS / 2e3, page::describe);
    page.waitForTime(back + 5);
    assertEquals(0, page.starvations(), page::describe);
    assertEquals(List.of(), page.errors());
    assertEquals(List.of(), page.warnings());
    assertEquals(0, page.evaluate("stage.recoveries.length"));
  }
}
