package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.middleOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Exchange;
import dev.offstage.e2e.server.Link;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Media files that no manifest speaks of. */
@SharedPage
class FilesIT {
  private static final Predicate<Exchange> PLAIN_AS_A_WHOLE =
      exchange -> exchange.path().equals("/media/ts/plain.ts") && exchange.range() == null;

  @PlaybackTest
  void transportStream_isFrameExact_andLoadedInPieces(MediaServer server, PlayerPage page) {
    // What is asked for as a whole is given up when it turns out to be what it is.
    server.on(PLAIN_AS_A_WHOLE).hangAfter(60_000);
    server.link("/media/ts/plain.ts", new Link(4e6, 5));
    FrameExactness.check(page, "/media/ts/plain.ts", 0, 400);
    assertEquals(16, page.duration(), 0.05);
    List<Exchange> requests = server.requests().matching("/media/ts/plain.ts");
    assertEquals(1, requests.stream().filter(PLAIN_AS_A_WHOLE).count());
    long bytes = requests.stream().mapToLong(Exchange::bytesSent).max().orElse(0);
    assertTrue(bytes < 400_000, bytes + " bytes at once");
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void transportStream_ofAServerWithoutRanges_playsFromItsStart(MediaServer server, PlayerPage page)
      throws IOException {
    byte[] file = Files.readAllBytes(ProjectFiles.media().resolve("ts/plain.ts"));
    server.on("/media/ts/plain.ts").body(file, "video/mp2t");
    page.createOnce(FrameExactness.SMALL_BUFFER).load("/media/ts/plain.ts");
    page.awaitFrame(0);
    page.waitUntil("Math.abs(stage.media.duration - 16) < 0.05"); // all of it has come
    page.seek(middleOf(333));
    page.awaitFrame(333);
    page.playFast();
    page.waitForEnded();
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void transportStream_startsWhereItIsToldTo(PlayerPage page) {
    page.createOnce(FrameExactness.SMALL_BUFFER);
    page.load("/media/ts/plain.ts", Map.of("startTime", middleOf(250)));
    page.awaitFrame(250);
    page.play();
    page.waitForTime(11);
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void audioWithoutAContainer_plays_whateverItsName(MediaServer server, PlayerPage page)
      throws IOException {
    page.createOnce(FrameExactness.SMALL_BUFFER);
    for (String name : List.of("plain.aac", "plain.mp3")) {
      byte[] file = Files.readAllBytes(ProjectFiles.media().resolve("ts/" + name));
      server.serve("/media/ts/" + name + "-file", file);
      page.load("/media/ts/" + name + "-file");
      page.waitUntil("Math.abs(stage.media.duration - 6.528) < 0.03"); // all of it has come
      if (page.setup().canHear()) {
        page.play();
        page.awaitTone(name.endsWith("aac") ? 440 : 880);
        page.playFast();
        page.waitForEnded();
        page.setPlaybackRate(1);
      }
    }
    assertEquals(List.of(), page.errors());
  }
}
