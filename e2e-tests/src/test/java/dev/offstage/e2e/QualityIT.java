package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.media.TestMedia;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Link;
import dev.offstage.e2e.server.MediaServer;
import java.util.List;
import java.util.Map;

/** Which quality a viewer gets. */
class QualityIT {
  private static final String FIRST_720P = "/media/ladder/v720/00001.m4s";

  /** What lies in the buffer is replaced under the decoder's nose, and no frame is lost by it. */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void bandwidthThatComesBack_replacesLowQualityInTheBuffer(MediaServer server, PlayerPage page) {
    Link link = new Link(0.6e6, 20);
    server.link("/media/**", link);
    page.load(LADDER);
    page.waitUntil("stage.player.stats().buffered.video[0]?.end > 12");
    assertEquals(List.of(), server.requests().paths("/media/ladder/v720/*.m4s"));
    server.requests().clear();
    link.setRate(20e6);
    page.waitUntil("stage.player.stats().buffered.video[0]?.end > 24");
    List<String> loaded = server.requests().paths("/media/ladder/v720/*.m4s");
    assertTrue(loaded.contains("/media/ladder/v720/00005.m4s"), loaded.toString());
    page.seek(TestMedia.middleOf(230));
    assertEquals(2, page.awaitFrame(230).rendition());
    page.recordFrames();
    page.play();
    page.waitForTime(13);
    assertEquals(0, page.starvations(), page::describe);
    page.recordedFrames().forEach(frame -> assertEquals(2, frame.frame().rendition()));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void elementSmallerThanTheTop_isNotGivenMorePixels(MediaServer server, PlayerPage page) {
    server.link("/media/**", new Link(8e6, 40));
    page.create(Map.of("abr", Map.of("capToElementSize", true)));
    page.evaluate("() => Object.assign(stage.media.style, { width: '320px', height: '180px' })");
    page.load(LADDER);
    page.waitUntil("stage.player.stats().buffered.video[0]?.end > 12");
    assertEquals(List.of(), server.requests().paths("/media/ladder/v720/*.m4s"));
    page.evaluate("() => Object.assign(stage.media.style, { width: '1280px', height: '720px' })");
    server.requests().await("/media/ladder/v720/*.m4s");
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void rememberedBandwidth_isWhatTheNextVisitBeginsWith(MediaServer server, PlayerPage page) {
    Map<String, ?> remembering = Map.of("abr", Map.of("persist", true));
    page.create(remembering).load(LADDER);
    page.waitUntil("localStorage.getItem('offstage.bandwidth') !== null");
    assertEquals(List.of(), server.requests().paths(FIRST_720P));
    server.requests().clear();
    page.open();
    page.create(remembering).load(LADDER);
    assertEquals(List.of(FIRST_720P), server.requests().paths("/media/ladder/v*/00001.m4s"));
  }
}
