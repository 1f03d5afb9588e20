package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.ENGLISH_TONE;
import static dev.offstage.e2e.media.TestMedia.FRENCH_TONE;
import static dev.offstage.e2e.media.TestMedia.LADDER;
import static dev.offstage.e2e.media.TestMedia.LADDER_240P;
import static dev.offstage.e2e.media.TestMedia.LADDER_480P;
import static dev.offstage.e2e.media.TestMedia.LADDER_480P_VIDEO;
import static dev.offstage.e2e.media.TestMedia.LADDER_AUDIO;
import static dev.offstage.e2e.media.TestMedia.ladderSegment;
import static dev.offstage.e2e.media.TestMedia.middleOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.Frame;
import dev.offstage.e2e.page.PlayerFault;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Range;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Exchange;
import dev.offstage.e2e.server.MediaServer;
import dev.offstage.e2e.server.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Starting, seeking, replacing and ending sessions, and what is fetched for them. */
@SharedPage
class SessionsIT {
  private static final int LOAD_INTERRUPTED = 7002;
  private static final double SEGMENT_S = 2;

  @PlaybackTest
  void load_withStartTime_startsThereAndFetchesNothingBefore(MediaServer server, PlayerPage page) {
    page.load(LADDER_480P, Map.of("startTime", middleOf(330)));
    page.awaitFrame(330);
    assertEquals(middleOf(330), page.currentTime(), 0.001);
    for (int number = 1; number <= 6; number++) {
      assertEquals(List.of(), server.requests().matching(ladderSegment("v480", number)));
    }
  }

  @PlaybackTest
  void seek_insideTheBuffer_fetchesNothingTwice(MediaServer server, PlayerPage page) {
    // The server may hear late of what the test before has given up.
    Map<String, String> mark = Map.of("x-session", "once");
    page.create(Map.of("network", Map.of("headers", mark))).load(LADDER_480P);
    page.waitForBuffer(20);
    page.seek(middleOf(400));
    page.awaitFrame(400);
    page.seek(middleOf(25));
    page.awaitFrame(25);
    List<String> paths =
        server.requests().matching("/media/ladder/*/*").stream()
            .filter(exchange -> exchange.header("x-session") != null)
            .map(Exchange::path)
            .toList();
    assertEquals(paths.stream().distinct().toList(), paths);
  }

  @PlaybackTest
  void seek_toTheEdgesOfSegments_showsTheirLastAndFirstFrames(PlayerPage page) {
    page.create(Map.of("buffer", Map.of("ahead", 3, "behind", 1))).load(LADDER_480P);
    for (int number : List.of(499, 850, 249, 600)) {
      page.seek(middleOf(number));
      page.awaitFrame(number);
    }
  }

  @PlaybackTest
  void seeks_inQuickSuccession_leaveOnlyTheLast(MediaServer server, PlayerPage page) {
    page.create(Map.of("buffer", Map.of("ahead", 4))).load(LADDER_480P_VIDEO);
    page.awaitFrame(0);
    page.waitForBuffer(4);
    server.requests().awaitIdle();
    server.requests().clear();
    List<String> ofTheLastSeek =
        IntStream.rangeClosed(17, 20).mapToObj(n -> ladderSegment("v480", n)).toList();
    // Nothing else ever comes, so it has to be given up.
    server
        .on(it -> it.path().endsWith(".m4s") && !ofTheLastSeek.contains(it.path()))
        .hangBeforeHeaders();

    page.startSeek(middleOf(300));
    server.requests().await(ladderSegment("v480", 7));
    page.evaluate(
        "() => { for (const t of [14.5, 22.5, 18.5, 26.5]) stage.media.currentTime = t; }");
    page.startSeek(middleOf(810));
    page.awaitFrame(810);
    page.waitUntil("!stage.media.seeking && stage.media.buffered.length > 0");
    server.requests().awaitIdle();
    for (Exchange exchange : server.requests().matching("/media/ladder/v480/*.m4s")) {
      assertTrue(
          exchange.isAborted() || ofTheLastSeek.contains(exchange.path()), exchange::toString);
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void buffer_hasItsGoals_aheadAndBehind(MediaServer server, PlayerPage page) {
    page.create(Map.of("buffer", Map.of("ahead", 6, "behind", 4))).load(LADDER_240P);
    page.waitForBuffer(6);
    server.requests().awaitIdle();
    assertTrue(page.bufferedAhead() <= 6 + SEGMENT_S + 0.1, page::describe);
    page.setPlaybackRate(4);
    page.play();
    page.waitForTime(14);
    page.pause();
    page.waitForBuffer(6);
    server.requests().awaitIdle();
    assertTrue(page.bufferedAhead() <= 6 + SEGMENT_S + 0.1, page::describe);
    // Old media goes in pieces of a few seconds, so a little more than the goal may be left.
    String behind = "(stage.media.currentTime - stage.media.buffered.start(0))";
    page.waitUntil(behind + " <= " + (4 + 4 + SEGMENT_S));
    assertTrue(page.number(behind) >= 3.9, page::describe);
    List<Range> buffered = page.buffered();
    assertEquals(1, buffered.size(), buffered::toString);
  }

  @PlaybackTest
  void load_onTheSameElement_replacesTheStream(PlayerPage page) {
    page.load(LADDER_480P);
    page.play();
    page.waitForProgress();
    page.pause();
    page.load(LADDER_240P);
    assertEquals(new Frame(true, 0, 0), page.awaitFrame(0));
    page.load("/media/schemes/base.mpd", Map.of("startTime", middleOf(120)));
    page.awaitFrame(120);
    assertEquals(12, page.duration(), 0.05);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void load_duringALoad_interruptsIt(MediaServer server, PlayerPage page) {
    server.on(LADDER_480P).hangBeforeHeaders();
    page.startLoad(LADDER_480P, Map.of());
    page.evaluate("() => { window.first = stage.loading; }");
    server.requests().await(LADDER_480P);
    page.load(LADDER_240P);
    assertEquals(new Frame(true, 0, 0), page.awaitFrame(0));
    assertEquals(
        LOAD_INTERRUPTED,
        ((Number) page.evaluate("async () => (await window.first).error.code")).intValue());
    server
        .requests()
        .await(exchange -> exchange.isAborted() && exchange.path().equals(LADDER_480P));
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void unload_endsRequestsAndEmptiesTheElement(MediaServer server, PlayerPage page) {
    page.load(LADDER_480P);
    Rule stuck = server.on(ladderSegment("v480", 18)).hangBeforeHeaders();
    page.startSeek(35);
    server.requests().await(ladderSegment("v480", 18));
    page.unload();
    server.requests().await(e -> e.isAborted() && e.path().equals(ladderSegment("v480", 18)));
    stuck.release();
    server.requests().awaitIdle();
    page.waitUntil("stage.media.readyState === 0 && stage.media.networkState === 0");
    server.requests().clear();
    page.load(LADDER_240P);
    page.awaitFrame(0);
    assertEquals(List.of(), server.requests().paths("/media/ladder/v480/*"));
  }

  @PlaybackTest
  void destroy_leavesNothingBehind(MediaServer server, PlayerPage page) {
    page.create(Map.of("worker", "own")).load(LADDER_480P);
    page.play();
    page.waitForProgress();
    server.on("/media/**").hangBeforeHeaders();
    page.startSeek(35);
    server.requests().await(ladderSegment("v480", 18));
    page.destroy();
    server.requests().awaitIdle();
    page.waitUntil("stage.media.readyState === 0 && stage.media.srcObject === null");
    if (page.setup() != Setup.FIREFOX) { // which tells nobody of its workers
      page.awaitNoWorker();
    }
    PlayerFault fault = page.loadFault(LADDER_240P);
    assertEquals("usage", fault.category());
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void destroy_duringALoad_rejectsIt(MediaServer server, PlayerPage page) {
    server.on(LADDER_480P).hangBeforeHeaders();
    page.startLoad(LADDER_480P, Map.of());
    server.requests().await(LADDER_480P);
    page.destroy();
    PlayerFault fault = page.awaitLoad().fault();
    assertEquals(LOAD_INTERRUPTED, fault == null ? 0 : fault.code());
    server.requests().await(Exchange::isAborted);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void setQuality_pinsARendition(MediaServer server, PlayerPage page) {
    page.create(Map.of("buffer", Map.of("ahead", 4))).load(LADDER);
    page.setQuality("v720");
    page.seek(middleOf(520));
    page.awaitFrame(520);
    page.waitUntil("stage.frame().rendition === 2");
    page.setQuality("v240");
    page.seek(middleOf(810));
    assertEquals(new Frame(true, 810, 0), page.awaitFrame(810));
    server.requests().clear();
    page.seek(middleOf(220));
    assertEquals(new Frame(true, 220, 0), page.awaitFrame(220));
    assertEquals(List.of(), server.requests().paths("/media/ladder/v480/*"));
    assertEquals(List.of(), server.requests().paths("/media/ladder/v720/*"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void audioLanguage_isChosenAndChanged(Setup setup, MediaServer server, PlayerPage page) {
    page.open("audio");
    if (!setup.canHear()) {
      // Without an audio device Firefox plays sound alone only when it is muted.
      page.mute();
    }
    page.create(
            Map.of(
                "preferences", Map.of("audioLanguage", "fr"),
                "buffer", Map.of("ahead", 4)))
        .load(LADDER_AUDIO);
    page.play();
    page.waitForProgress();
    if (setup.canHear()) {
      page.awaitTone(FRENCH_TONE);
    }
    assertEquals(List.of(), server.requests().paths("/media/ladder/en/*"));
    page.selectAudioLanguage("en");
    server.requests().await("/media/ladder/en/*.m4s");
    page.waitForProgress();
    if (setup.canHear()) {
      page.awaitTone(ENGLISH_TONE);
    }
    assertFalse(page.ended());
  }
}
