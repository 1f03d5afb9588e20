package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER;
import static dev.offstage.e2e.media.TestMedia.LADDER_480P;
import static dev.offstage.e2e.media.TestMedia.middleOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Recovered;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import dev.offstage.e2e.server.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The worker dies or hangs, and playback goes on where it was by another. It is the page that sees
 * to it, so most is tried with one engine.
 */
class RecoveryIT {
  private static final int WORKER_LOST = 6004;

  /** Seconds from the loss to the event, detection included, on a busy machine. */
  private static final double MOST_S = 8;

  /** A worker that says nothing for so long while the page listens is given up. */
  private static final Duration LONG_ENOUGH = Duration.ofMillis(3_200);

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_BRIDGE, Setup.FIREFOX})
  void worker_terminatedWhilePlaying_isReplaced(PlayerPage page) {
    start(page);
    Random random = new Random(1);
    int losses = page.setup() == Setup.CHROMIUM_WASM ? 2 : 1;
    for (int count = 1; count <= losses; count++) {
      page.waitForTime(page.currentTime() + 2 * random.nextDouble());
      double before = page.currentTime();
      page.terminateWorker();
      checkResumed(page, before, count);
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void worker_inAnEndlessLoop_isReplaced(PlayerPage page) {
    start(page);
    double before = page.currentTime();
    page.hangWorker();
    checkResumed(page, before, 1);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void worker_terminatedWhileLoading_theLoadResolvesAllTheSame(PlayerPage page) {
    page.openWithWorkerFaults().create(Map.of());
    page.waitUntil("stage.player.engine !== null");
    // Something hangs in the middle of the load, so that the worker dies in it for certain.
    page.server().on(LADDER_480P).times(1).hangBeforeHeaders();
    page.startLoad(LADDER_480P, Map.of("startTime", middleOf(330)));
    page.server().requests().await(LADDER_480P);
    page.terminateWorker();
    assertTrue(page.awaitLoad().succeeded(), page::describe);
    page.awaitFrame(330);
    assertEquals(1, page.evaluate("stage.recoveries.length"));
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void worker_terminatedWhileBooting_theLoadResolvesAllTheSame(PlayerPage page) {
    Rule engine = page.server().on("/dist/engine.*").hangBeforeHeaders();
    page.openWithWorkerFaults().create(Map.of());
    page.startLoad(LADDER_480P, Map.of());
    page.waitUntil("workerFaults.awake.has(workerFaults.workers.at(-1))");
    page.terminateWorker();
    engine.release();
    assertTrue(page.awaitLoad().succeeded(), page::describe);
    page.awaitFrame(0);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void worker_terminatedInAPause_leavesAllAsItWas(MediaServer server, PlayerPage page) {
    page.openWithWorkerFaults().create(Map.of("buffer", Map.of("ahead", 4))).load(LADDER);
    page.setQuality("v240");
    page.selectAudioLanguage("fr");
    page.setPlaybackRate(1.25);
    page.seek(middleOf(510));
    page.awaitFrame(510);
    server.requests().awaitIdle();
    server.requests().clear();
    page.terminateWorker();
    page.awaitRecovery(1);
    assertEquals(0, page.awaitFrame(510).rendition());
    assertEquals(middleOf(510), page.currentTime(), 0.001);
    assertEquals(true, page.evaluate("stage.media.paused"));
    assertEquals(1.25, ((Number) page.evaluate("stage.media.playbackRate")).doubleValue());
    assertEquals(
        "fr", page.evaluate("stage.player.audioTracks.find(track => track.selected).language"));
    page.play();
    page.waitForProgress();
    assertEquals(List.of(), server.requests().paths("/media/ladder/en/*"));
    assertEquals(List.of(), server.requests().paths("/media/ladder/v480/*"));
    assertTrue(page.bufferedAhead() < 4 + 2 + 0.1, page::describe);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void worker_terminatedWhileThePageIsBlocked_isReplacedAfterwards(PlayerPage page) {
    start(page);
    double before = page.currentTime();
    page.terminateWorker();
    freeze(page);
    checkResumed(page, before, 1);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void page_blockedAgainAndAgain_raisesNoFalseAlarm(PlayerPage page) {
    start(page);
    if (page.setup() != Setup.FIREFOX) { // which has to compute all the while: once is enough there
      page.freezeMainThread(
          Duration.ofSeconds(3), Duration.ofMillis(1400), Duration.ofMillis(1500));
    }
    freeze(page);
    page.waitForProgress();
    assertEquals(List.of(), page.warnings());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void worker_terminatedAtTheEnd_isReplacedForTheNextSeek(PlayerPage page) {
    page.openWithWorkerFaults().create(Map.of()).load(LADDER_480P, Map.of("startTime", 38));
    page.play();
    page.waitForEnded();
    page.terminateWorker();
    if (page.setup() == Setup.FIREFOX) {
      // Its media is on the page: there is no hurry.
      page.waitUntil("stage.warnings.length > 0");
    } else {
      page.awaitRecovery(1);
    }
    page.seek(middleOf(250));
    page.awaitFrame(250);
    page.awaitRecovery(1);
  }

  private static void start(PlayerPage page) {
    page.openWithWorkerFaults().create(Map.of("buffer", Map.of("ahead", 6))).load(LADDER_480P);
    page.play();
    page.waitForTime(1);
  }

  private static void freeze(PlayerPage page) {
    if (page.setup() == Setup.FIREFOX) {
      page.blockMainThread(LONG_ENOUGH);
    } else {
      page.freezeMainThread(LONG_ENOUGH);
    }
  }

  private static void checkResumed(PlayerPage page, double before, int count) {
    Recovered recovery = page.awaitRecovery(count);
    assertEquals(WORKER_LOST, recovery.code());
    double position = recovery.position();
    assertTrue(
        position > before - 0.1 && position < before + MOST_S,
        () -> before + " s, " + recovery + "\n" + page.describe());
    page.waitForProgress();
    assertEquals(List.of(), page.errors());
    assertEquals(count, page.warnings().size());
  }
}
