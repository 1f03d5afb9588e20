package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.Frame;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.Passed;
import dev.offstage.e2e.page.PresentedFrame;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.time.Duration;
import java.util.List;

/** The harness tells the truth about plain files, which browsers play without a player. */
class HarnessIT {
  private static final String VIDEO = "/media/schemes/base/v1.mp4";
  private static final String TONE = "/media/schemes/base/en.mp4";

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void frame_afterStartAndSeeks_isTheOneOfThatTime(MediaPage page) {
    page.open();
    assertFalse(page.frame().ok());
    page.setSource(VIDEO);
    assertEquals(new Frame(true, 0, 1), page.awaitFrame(0));
    awaitDuration(page);
    for (int number : List.of(100, 7, 299, 150)) {
      page.seek((number + 0.5) / 25);
      assertEquals(new Frame(true, number, 1), page.awaitFrame(number));
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void recordedFrames_ofPlayback_matchTheirMediaTimes(Setup setup, MediaPage page) {
    page.open();
    page.setSource(VIDEO);
    page.awaitFrame(0);
    page.recordFrames();
    page.play();
    page.waitForTime(1);
    page.pause();
    List<PresentedFrame> frames = page.recordedFrames();
    assertTrue(frames.size() > 4, frames::toString);
    assertTrue(frames.get(frames.size() - 1).frame().number() > 15, frames::toString);
    long exact =
        frames.stream()
            .filter(seen -> seen.frame().number() == Math.round(seen.mediaTime() * 25))
            .count();
    if (setup.drawsExactly()) {
      // On a busy machine the picture may be replaced between the callback and the drawing.
      assertTrue(exact >= frames.size() * 0.4, frames::toString);
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void end_ofPlayback_isSeen(MediaPage page) {
    page.open();
    page.setSource(VIDEO);
    page.awaitFrame(0);
    awaitDuration(page);
    page.seek(11.6);
    page.play();
    page.waitForEnded();
    assertEquals(1, page.count("ended"));
    page.awaitLastFrame(299, 299.5 / 25);
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void tone_ofASine_isItsFrequency(MediaPage page) {
    page.open("audio");
    page.setSource(TONE);
    page.play();
    page.awaitTone(440);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void blockedMainThread_isBlockedForSoLong(Setup setup, MediaPage page) {
    page.open();
    page.setSource(VIDEO);
    page.play();
    page.waitForProgress();
    page.evaluate(
        "() => { let last = performance.now(); window.longest = 0; setInterval(() => {"
            + " const now = performance.now();"
            + " window.longest = Math.max(window.longest, now - last); last = now; }, 10); }");
    check600ms(page, page.blockMainThread(Duration.ofMillis(600)));
    if (setup == Setup.CHROMIUM_WASM) {
      page.evaluate("() => { window.longest = 0; }");
      check600ms(page, page.freezeMainThread(Duration.ofMillis(600)));
    }
  }

  private static void check600ms(MediaPage page, Passed passed) {
    assertTrue(passed.wall() >= 0.6 && passed.wall() < 5, passed::toString);
    assertEquals(0, passed.lost(), 0.5);
    assertTrue(((Number) page.evaluate("window.longest")).doubleValue() >= 550);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void abortedFetch_isSeenByTheServer(MediaServer server, MediaPage page) {
    server.on("/media/**").hangAfter(100);
    page.open();
    page.evaluate(
        "async url => { window.controller = new AbortController();"
            + " await fetch(url, { signal: window.controller.signal }); }",
        VIDEO);
    page.evaluate("window.controller.abort()");
    server.requests().await(exchange -> exchange.isAborted() && exchange.path().equals(VIDEO));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void pageErrors_ofPageAndWorker_areCollected(MediaServer server, MediaPage page) {
    server.serve("/worker.js", "setTimeout(() => { throw new Error('in the worker'); });");
    page.open();
    page.evaluate("() => { console.error('said'); new Worker('/worker.js'); }");
    page.evaluate("() => { setTimeout(() => { throw new Error('thrown'); }); }");
    page.evaluate("() => { Promise.reject(new Error('rejected')); }");
    for (String text : List.of("said", "in the worker", "thrown", "rejected")) {
      page.awaitLogged(text);
      page.log().expect(text);
    }
  }

  /** Firefox takes what has come of a file for all of it, and seeks no further. */
  private static void awaitDuration(MediaPage page) {
    page.waitUntil("stage.media.duration > 11.9");
  }
}
