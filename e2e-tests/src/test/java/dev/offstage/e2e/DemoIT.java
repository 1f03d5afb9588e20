package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.time.Duration;
import java.util.Set;

/** The demo site as it is built, under a path that it does not know of. */
class DemoIT {
  private static final String TIME = "document.querySelector('#video').currentTime";
  private static final String RESULT = "document.querySelector('#freeze-result').dataset";

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void demo_playsItsSampleAtOnce_andSaysHow(MediaServer server, MediaPage stage, Setup setup) {
    Page page = open(server, stage, "index.html");
    stage.waitUntil(TIME + " > 1");
    assertEquals(true, page.evaluate("document.querySelector('#video').muted"));
    assertEquals("wasm", value(page, "#engine"));
    assertEquals(setup.actualMse(), value(page, "#mse"));
    stage.waitUntil("Number(document.querySelector('#buffer').dataset.value) > 1");
    assertTrue(Double.parseDouble(value(page, "#position")) > 0);
    assertTrue(Set.of("v240", "v480", "v720").contains(value(page, "#quality")));
    String snippet = page.locator("#snippet").textContent();
    assertTrue(snippet.contains(server.url("/some/where/media/ladder/manifest.mpd")), snippet);
  }

  @PlaybackTest({Setup.CHROMIUM_JS, Setup.FIREFOX})
  void demo_loadsTheUrlTypedIn_andShowsItsError(MediaServer server, MediaPage stage) {
    Page page = open(server, stage, "index.html?engine=js");
    stage.waitUntil(TIME + " > 0.2");
    assertEquals("js", value(page, "#engine"));
    page.fill("#url", server.url("/media/bad/html.mpd"));
    page.click("#load");
    stage.waitUntil("document.querySelector('#error').dataset.code === '2001'");
    page.fill("#url", server.url("/media/schemes/time.mpd"));
    page.click("#load");
    stage.waitUntil(TIME + " > 0.2 && document.documentElement.dataset.state === 'ready'");
    assertEquals("", page.locator("#error").textContent().strip());
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void demo_frozenBesideAnOrdinaryPlayer_tellsWhatEachHasLost(MediaServer server, MediaPage stage) {
    Page page = open(server, stage, "index.html?src=media/hls/ladder.m3u8&freeze=2");
    // Two players have to fill their buffers before, and there is a notice to be read.
    stage.waitUntil(RESULT + ".besideLost > -1", Duration.ofSeconds(60));
    assertTrue(Double.parseDouble((String) page.evaluate(RESULT + ".wall")) >= 2);
    assertEquals(2, page.locator("#freeze-result tbody tr").count());
    assertTrue(page.locator("#beside-name").textContent().startsWith("hls.js "));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void oneTag_isAPlayer(MediaServer server, MediaPage stage) {
    Page page = open(server, stage, "embed.html");
    stage.waitUntil("document.querySelector('offstage-video')?.readyState >= 3");
    page.evaluate("document.querySelector('offstage-video').muted = true");
    page.evaluate("document.querySelector('offstage-video').play()");
    stage.waitUntil("document.querySelector('offstage-video').currentTime > 0.5");
  }

  private static Page open(MediaServer server, MediaPage stage, String file) {
    server.serve("/some/where/", ProjectFiles.web().resolve("target/site"));
    Page page = stage.playwright();
    page.navigate(server.url("/some/where/" + file));
    return page;
  }

  private static String value(Page page, String selector) {
    return page.locator(selector).getAttribute("data-value");
  }
}
