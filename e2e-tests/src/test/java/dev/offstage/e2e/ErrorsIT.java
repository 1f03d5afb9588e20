package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_240P;
import static dev.offstage.e2e.media.TestMedia.ladderSegment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.media.SpoiledSegment;
import dev.offstage.e2e.page.PlayerFault;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import dev.offstage.e2e.server.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Whatever goes wrong ends in one typed error, after the retries that make sense, or in none. */
@SharedPage
class ErrorsIT {
  private static final int HTTP_STATUS = 1001;
  private static final int TIMEOUT = 1002;
  private static final int CONNECTION = 1003;
  private static final int MANIFEST_MALFORMED = 2001;
  private static final int NO_PLAYABLE_REPRESENTATION = 2003;
  private static final int APPEND_REJECTED = 3002;
  private static final int ELEMENT_ERROR = 3003;

  private static final String LATER = ladderSegment("v240", 2);

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void manifest_notFound_rejectsLoad(MediaServer server, PlayerPage page) {
    server.on(LADDER_240P).status(404);
    PlayerFault fault = page.loadFault(LADDER_240P);
    assertFault(fault, HTTP_STATUS, "network", server.url(LADDER_240P));
    assertEquals("404", String.valueOf(fault.data().get("status")));
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void manifest_failingForEver_rejectsLoadAfterRetries(MediaServer server, PlayerPage page) {
    Rule rule = server.on(LADDER_240P).status(500);
    page.create(Map.of("network", Map.of("retries", 1)));
    PlayerFault fault = page.loadFault(LADDER_240P);
    assertFault(fault, HTTP_STATUS, "network", server.url(LADDER_240P));
    assertEquals(2, rule.hits());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void manifest_thatNeverComes_rejectsLoad(MediaServer server, PlayerPage page) {
    Rule rule = server.on(LADDER_240P).hangBeforeHeaders();
    page.create(Map.of("network", Map.of("retries", 1, "timeout", 300)));
    PlayerFault fault = page.loadFault(LADDER_240P);
    assertFault(fault, TIMEOUT, "network", server.url(LADDER_240P));
    assertEquals(2, rule.hits());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void manifest_withoutCors_rejectsLoad(MediaServer server, PlayerPage page) {
    try (MediaServer other = MediaServer.start().serve("/a.mpd", "<MPD/>")) {
      page.log().expect("blocked by CORS policy");
      page.log().expect("Cross-Origin Request Blocked");
      page.create(Map.of("network", Map.of("retries", 0)));
      assertFault(page.loadFault(other.url("/a.mpd")), CONNECTION, "network", other.url("/a.mpd"));
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void manifest_twiceUnavailable_isSurvived(MediaServer server, PlayerPage page) {
    Rule rule = server.on(LADDER_240P).times(2).status(503);
    page.load(LADDER_240P);
    page.awaitFrame(0);
    assertEquals(2, rule.hits());
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void manifest_thatIsNone_rejectsLoad(MediaServer server, PlayerPage page) {
    for (String name : List.of("not-xml", "html", "truncated")) {
      String path = "/media/bad/" + name + ".mpd";
      assertFault(page.loadFault(path), MANIFEST_MALFORMED, "manifest", server.url(path));
    }
    page.load(LADDER_240P);
    page.awaitFrame(0);
  }

  @PlaybackTest
  void manifest_withNothingPlayable_rejectsLoad(MediaServer server, PlayerPage page) {
    PlayerFault fault = page.loadFault("/media/schemes/unplayable.mpd");
    assertEquals(NO_PLAYABLE_REPRESENTATION, fault.code());
    assertTrue(fault.message().length() > 10, fault::toString);
    assertEquals("manifest", page.loadFault("/media/bad/no-representation.mpd").category());
    assertEquals(List.of(), server.requests().paths("/media/schemes/absent/**"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void manifest_withEntityBomb_isRefusedOrPlayedAtOnce(PlayerPage page) {
    var outcome = page.tryLoad("/media/bad/entities.mpd", Map.of());
    assertTrue(outcome.ms() < 15_000, outcome::toString);
    if (outcome.fault() != null) {
      assertEquals("manifest", outcome.fault().category());
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void firstSegment_notFound_rejectsLoad(MediaServer server, PlayerPage page) {
    String first = ladderSegment("v240", 1);
    server.on(first).status(404);
    page.create(Map.of("network", Map.of("retries", 1)));
    assertFault(page.loadFault(LADDER_240P), HTTP_STATUS, "network", server.url(first));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void laterSegment_failingForEver_endsInOneErrorEvent(MediaServer server, PlayerPage page) {
    server.on(LATER).status(500);
    assertFault(playTowardsError(page, 10_000), HTTP_STATUS, "network", server.url(LATER));
    // What is buffered plays on.
    page.waitForTime(1.5);
    assertEquals(1, page.errors().size());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void laterSegment_alwaysCut_endsInOneErrorEvent(MediaServer server, PlayerPage page) {
    server.on(LATER).cutAfter(1000);
    assertFault(playTowardsError(page, 10_000), CONNECTION, "network", server.url(LATER));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void laterSegment_thatHangs_endsInOneErrorEvent(MediaServer server, PlayerPage page) {
    server.on(LATER).hangAfter(1000);
    assertFault(playTowardsError(page, 400), TIMEOUT, "network", server.url(LATER));
  }

  /** Asks for the second segment only after the load, when the first one has half played. */
  private static PlayerFault playTowardsError(PlayerPage page, int timeoutMs) {
    page.create(
            Map.of(
                "buffer", Map.of("ahead", 1),
                "network", Map.of("retries", 1, "timeout", timeoutMs)))
        .load(LADDER_240P);
    page.play();
    return page.awaitError();
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void transientFailures_passUnnoticed(MediaServer server, PlayerPage page) {
    Rule unavailable = server.on(ladderSegment("v240", 3)).times(2).status(503);
    Rule hanging = server.on(ladderSegment("v240", 5)).times(1).hangAfter(2000);
    Rule cut = server.on(ladderSegment("en", 3)).times(1).cutAfter(500);
    Rule reset = server.on(ladderSegment("en", 4)).times(1).resetAfter(500);
    page.create(Map.of("network", Map.of("timeout", 500))).load(LADDER_240P);
    page.waitForBuffer(4); // what a viewer has by then
    page.play();
    page.waitUntil("stage.media.buffered.end(0) >= 12");
    page.waitForProgress();
    assertEquals(2, unavailable.hits());
    assertEquals(1, hanging.hits());
    assertEquals(1, cut.hits());
    assertEquals(1, reset.hits());
    assertEquals(List.of(), page.errors());
    assertEquals(0, page.starvations(), page::describe);
  }

  @PlaybackTest
  void segment_thatIsNoMedia_endsInOneErrorEvent(MediaServer server, PlayerPage page) {
    // With a small goal the third segment is asked for only while the first one plays.
    page.create(Map.of("buffer", Map.of("ahead", 1))).load("/media/bad/garbage-segment.mpd");
    page.awaitFrame(0);
    page.setPlaybackRate(2);
    page.play();
    PlayerFault fault = page.awaitError();
    assertFault(fault, APPEND_REJECTED, "media", server.url("/media/bad/garbage/3.m4s"));
    assertEquals(1, page.errors().size());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void picture_thatIsNoise_isSteppedOverInVain_andEndsInAnError(MediaServer server, PlayerPage page)
      throws IOException {
    byte[] segment = Files.readAllBytes(ProjectFiles.media().resolve("ladder/v240/00002.m4s"));
    server.on(LATER).body(SpoiledSegment.withNoiseForPictures(segment), "video/iso.segment");
    page.load(LADDER_240P, Map.of("startTime", 1));
    page.play();
    // What is on its way to the failing element may be refused before the element tells.
    assertFault(page.awaitError(), ELEMENT_ERROR, "media", server.url(LADDER_240P));
    assertEquals(1, page.errors().size());
    assertEquals(
        List.of(ELEMENT_ERROR, ELEMENT_ERROR),
        page.warnings().stream().map(PlayerFault::code).toList(),
        () -> page.warnings().toString());
  }

  @PlaybackTest(Setup.FIREFOX)
  void mediaSourceGivenUp_answersThatComeLate_areNotTakenForTheNextOnes(
      MediaServer server, PlayerPage page) throws IOException {
    page.create(Map.of());
    // Before the second MediaSource is open, an answer of the first one's comes once more.
    page.evaluate(
        """
        () => {
          const post = Worker.prototype.postMessage;
          let late;
          let failed;
          Worker.prototype.postMessage = function (message, transfer) {
            if (message.type === 'sinkdone') {
              late = message;
            } else if (message.type === 'elementerror') {
              failed = true;
            } else if (message.type === 'sinkopen' && failed) {
              post.call(this, late);
              Worker.prototype.postMessage = post;
            }
            post.call(this, message, transfer);
          };
        }
        """);
    byte[] segment = Files.readAllBytes(ProjectFiles.media().resolve("ladder/v240/00002.m4s"));
    server.on(LATER).body(SpoiledSegment.withNoiseForPictures(segment), "video/iso.segment");
    page.load(LADDER_240P, Map.of("startTime", 1));
    page.play();
    assertFault(page.awaitError(), ELEMENT_ERROR, "media", server.url(LADDER_240P));
    assertEquals(
        List.of(ELEMENT_ERROR, ELEMENT_ERROR),
        page.warnings().stream().map(PlayerFault::code).toList(),
        () -> page.warnings().toString());
  }

  private static void assertFault(PlayerFault fault, int code, String category, String url) {
    assertEquals(code, fault.code(), fault::toString);
    assertEquals(category, fault.category());
    assertEquals(url, fault.url());
    assertEquals("PlayerError", fault.name());
    assertTrue(fault.fatal());
    assertTrue(fault.message().length() > 10, fault::toString);
  }
}
