package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_480P;
import static dev.offstage.e2e.media.TestMedia.ladderSegment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import dev.offstage.e2e.server.Rule;
import java.time.Duration;
import java.util.Map;

/** What the player tells of itself while it plays. */
@SharedPage
class EventsIT {
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void playing_tellsBandwidthAndBuffer(PlayerPage page) {
    record(page, "bandwidth", "bufferchange", "qualitychange", "trackschange");
    page.load(LADDER_480P);
    page.waitUntil("told.bandwidth.some(({ bandwidth }) => bandwidth > 100_000)");
    page.waitUntil("told.bufferchange.at(-1)?.video[0]?.end > 5");
    page.waitUntil("told.bufferchange.at(-1)?.audio[0]?.end > 5");
    page.waitUntil("told.qualitychange.length === 1 && told.trackschange.length === 1");
    assertEquals(
        true, page.evaluate("Math.abs(told.bufferchange.at(-1).at - Date.now()) < 60_000"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void wantOfData_isAStall(MediaServer server, PlayerPage page) {
    record(page, "stall");
    Rule stuck = server.on(ladderSegment("v480", 3)).hangBeforeHeaders();
    page.load(LADDER_480P, Map.of("startTime", 2.5));
    page.play();
    page.waitUntil("told.stall.length > 0");
    page.waitUntil("stage.player.stats().stalledTime > 0.3");
    // A browser that is short of time may halt with a full buffer, too, and Firefox may play a last
    // bit after it has halted.
    String atTheEnd = "told.stall.filter(s => Math.abs(s.position - 4) < 0.5).length";
    page.waitUntil(atTheEnd + " > 0");
    if (page.setup() != Setup.FIREFOX) {
      assertEquals(1, page.number(atTheEnd));
    }
    stuck.release();
    page.waitForTime(5);
    page.waitUntil("stage.player.stats().stalls === told.stall.length");
  }

  /** The page sees nothing of it, and is told. */
  @PlaybackTest(Setup.CHROMIUM_WASM)
  void wantOfDataWhileThePageIsBlocked_isAStall(MediaServer server, PlayerPage page) {
    record(page, "stall");
    Rule stuck = server.on(ladderSegment("v480", 3)).hangBeforeHeaders();
    page.load(LADDER_480P, Map.of("startTime", 2));
    page.play();
    page.waitForTime(2.5);
    page.freezeMainThread(Duration.ofSeconds(5));
    page.waitUntil("stage.player.stats().stalledTime > 1");
    stuck.release();
    page.waitForTime(5);
    assertTrue(page.stat("stalls") >= 1, page::describe);
  }

  /** Keeps what events tell in {@code told}, by type. */
  private static void record(PlayerPage page, String... types) {
    page.create(Map.of());
    page.evaluate(
        "types => { window.told = {}; for (const type of types) { told[type] = [];"
            + " stage.player.addEventListener(type, ({ detail }) => told[type].push(detail)); } }",
        types);
  }
}
