package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_480P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.PlayerFault;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Exchange;
import dev.offstage.e2e.server.MediaServer;
import java.util.List;
import java.util.Map;

/** The application's hook sees requests before they are sent, and rewrites them. */
@SharedPage
class RequestHookIT {
  private static final int REQUEST_HOOK = 1005;

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void hook_rewritesEveryRequest(MediaServer server, PlayerPage page) {
    hook(
        page,
        "async request => {"
            + " await new Promise(resolve => setTimeout(resolve, 5));"
            + " window.kinds = { ...window.kinds, [request.kind]: true };"
            + " request.url = request.url.replace('/elsewhere/', '/media/');"
            + " }");
    page.load(LADDER_480P.replace("/media/", "/elsewhere/"));
    page.awaitFrame(0);
    page.play();
    page.waitForTime(3);
    List<String> asked = server.requests().all().stream().map(Exchange::path).toList();
    assertFalse(asked.stream().anyMatch(path -> path.startsWith("/elsewhere/")), asked::toString);
    assertEquals(true, page.evaluate("kinds.manifest && kinds.init && kinds.segment"));
    assertEquals(List.of(), page.warnings());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void hook_throwing_rejectsTheLoad(PlayerPage page) {
    hook(page, "() => { throw new Error('no token'); }");
    PlayerFault fault = page.loadFault(LADDER_480P);
    assertEquals(REQUEST_HOOK, fault.code());
    assertEquals("network", fault.category());
    assertTrue(fault.message().contains("no token"), fault::toString);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void hook_silent_rejectsTheLoadInTime(PlayerPage page) {
    hook(page, "() => new Promise(() => {})");
    PlayerFault fault = page.loadFault(LADDER_480P);
    assertEquals(REQUEST_HOOK, fault.code());
  }

  private static void hook(PlayerPage page, String function) {
    page.create(Map.of("network", Map.of("retries", 0, "timeout", 1000)));
    page.evaluate("() => stage.player.configure({ network: { request: " + function + " } })");
  }
}
