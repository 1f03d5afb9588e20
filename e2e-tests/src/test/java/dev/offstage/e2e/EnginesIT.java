package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_240P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.PlayerFault;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.util.List;
import java.util.Map;

/** Which build of the engine runs: WebAssembly where that is possible, else JavaScript. */
class EnginesIT {
  /** What a strict site says; WebAssembly would want more of script-src. */
  private static final String STRICT =
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self';"
          + " worker-src 'self'; media-src 'self' blob:; img-src data:";

  private static final int ENGINE_UNAVAILABLE = 5002;

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void auto_withoutPolicy_isWebAssembly(PlayerPage page) {
    page.create(Map.of("engine", "auto")).load(LADDER_240P);
    assertEquals("wasm", page.engine());
    assertEquals("", page.stats().get("engineReason"));
    page.awaitFrame(0);
  }

  @PlaybackTest({Setup.CHROMIUM_JS, Setup.FIREFOX})
  void auto_underAStrictPolicy_isJavaScript(MediaServer server, PlayerPage page) {
    underStrictPolicy(server, page);
    page.create(Map.of("engine", "auto")).load(LADDER_240P);
    assertEquals("js", page.engine());
    assertNotEquals("", page.stats().get("engineReason"));
    page.awaitFrame(0);
    page.play();
    page.waitForProgress();
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void webAssembly_forcedUnderAStrictPolicy_rejectsLoad(MediaServer server, PlayerPage page) {
    underStrictPolicy(server, page);
    page.create(Map.of("engine", "wasm"));
    PlayerFault fault = page.loadFault(LADDER_240P);
    assertEquals(ENGINE_UNAVAILABLE, fault.code());
    assertEquals("support", fault.category());
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest(Setup.FIREFOX)
  void javaScript_forced_playsBehindTheBridge(PlayerPage page) {
    page.create(Map.of("engine", "js")).load(LADDER_240P);
    assertEquals("js", page.engine());
    page.awaitFrame(0);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void preloaded_isFetchedOnce(MediaServer server, MediaPage page) {
    openPreloading(server, page);
    assertEquals("wasm", page.evaluate("media.player.engine"));
    // Nothing may be kept, so that whoever else had wanted it would have asked again.
    assertEquals(1, server.requests().paths("/dist/engine.wasm").size());
    assertEquals(List.of(), page.log().unexpectedErrors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void preloaded_underAStrictPolicy_isJavaScript(MediaServer server, MediaPage page) {
    server.header("/**", "Content-Security-Policy", STRICT);
    expectViolations(page);
    openPreloading(server, page);
    assertEquals("js", page.evaluate("media.player.engine"));
  }

  /** Opens a page with one tag that asks for the engine ahead, and waits until it plays. */
  private static void openPreloading(MediaServer server, MediaPage page) {
    server
        .serve("/dist/", ProjectFiles.dist())
        .header("/dist/**", "Cache-Control", "no-store")
        .serve("/media/", ProjectFiles.media())
        .serve("/media.js", "window.media = document.querySelector('offstage-video');")
        .serve(
            "/preloading.html",
            """
            <!doctype html>
            <link rel="icon" href="data:," />
            <script type="module" src="/dist/offstage-video.js"></script>
            <link rel="modulepreload" href="/dist/offstage.js" />
            <link rel="preload" as="fetch" crossorigin href="/dist/engine.wasm" />
            <script type="module" src="/media.js"></script>
            <offstage-video src="%s" autoplay muted></offstage-video>
            """
                .formatted(LADDER_240P));
    page.playwright().navigate(server.url("/preloading.html"));
    page.waitUntil("window.media?.currentTime > 0.2");
  }

  private static void underStrictPolicy(MediaServer server, PlayerPage page) {
    server.header("/**", "Content-Security-Policy", STRICT);
    expectViolations(page);
  }

  /** The browser reports each attempt that the policy has stopped. */
  private static void expectViolations(MediaPage page) {
    page.log().expect("Content Security Policy");
    page.log().expect("Content-Security-Policy");
    page.log().expect("unsafe-eval");
  }
}
