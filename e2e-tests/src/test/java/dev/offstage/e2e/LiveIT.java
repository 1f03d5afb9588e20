package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerFault;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.LiveOrigin;
import dev.offstage.e2e.server.MediaServer;
import java.util.List;
import java.util.Map;

/**
 * HLS live. The stream's dates say which frame must be on the screen, so that a window that slides,
 * leaps or begins anew is checked to the frame.
 */
class LiveIT {
  /** Ten segments of 2 s. */
  private static final int WINDOW = 10;

  private static final String WINDOW_START = "stage.media.seekable.start(0)";

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void liveStream_slides_canBeSoughtIn_andIsWarnedAboutWhereItStalls(
      MediaServer server, PlayerPage page) {
    LiveOrigin origin = LiveOrigin.on(server, WINDOW, 14);
    page.load(LiveOrigin.URL);
    assertEquals(Double.POSITIVE_INFINITY, page.duration());
    assertEquals(true, page.evaluate("stage.player.isLive"));
    // From the window's start: 20 s, less the hold-back of three target durations.
    assertEquals(14, page.currentTime(), 0.1);
    page.play();
    page.setQuality("video-1");
    page.waitForProgress();
    assertEquals(6, page.stat("latency"), 3.5);
    assertEquals(20 - 8, page.number("stage.player.dateRanges[0].startTime"), 0.01);
    page.waitUntil(WINDOW_START + " >= 2");
    origin.stall();
    checkFrame(page);
    page.setQuality("video-2");
    page.seek(page.number(WINDOW_START + " + 4.02"));
    checkFrame(page);
    page.evaluate("() => stage.player.seekToLiveEdge()");
    page.play();
    page.waitForProgress();
    assertEquals(List.of(), page.warnings());
    page.waitUntil("stage.warnings.length > 0");
    assertEquals(List.of(2004), page.warnings().stream().map(PlayerFault::code).toList());
    double edge = page.number("stage.player.liveEdge");
    origin.goOn();
    page.waitForTime(edge + 0.5);
    checkFrame(page);
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void leapOfTheWindow_andNumbersThatBeginAnew_areFollowedToTheEnd(
      MediaServer server, PlayerPage page) {
    LiveOrigin origin = LiveOrigin.on(server, WINDOW, 14);
    page.load(LiveOrigin.URL, Map.of("startTime", -7));
    origin.leap(40);
    page.waitUntil("stage.player.liveEdge > 80");
    page.setPlaybackRate(4);
    page.play();
    page.waitForTime(82); // the window's start
    page.setPlaybackRate(1);
    checkFrame(page);
    page.evaluate("() => stage.player.seekToLiveEdge()");
    page.play();
    page.waitForProgress();
    origin.reset();
    double edge = page.number("stage.player.liveEdge");
    page.setPlaybackRate(2);
    page.waitForTime(edge + 0.5);
    page.setPlaybackRate(1);
    checkFrame(page);
    origin.end();
    page.setPlaybackRate(4);
    page.play();
    page.waitForEnded();
    assertTrue(page.duration() < 1_000, "duration " + page.duration());
    page.waitUntil("!stage.player.isLive");
    assertEquals(List.of(), page.errors());
  }

  /** Pauses; what is on the screen must be of the date that the player tells. */
  private static void checkFrame(PlayerPage page) {
    page.pause();
    page.waitUntil("!stage.media.seeking");
    // A time in the middle of a frame, near by.
    page.seek(Math.floor(page.currentTime() * 25) / 25 + 0.02);
    page.waitUntil("Math.abs(stage.player.stats().latency) < 1000");
    double dateMs = page.number("stage.player.programDateTime.getTime()");
    page.awaitFrame(LiveOrigin.frameAt(dateMs));
  }
}
