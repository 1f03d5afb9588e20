package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.util.List;

/** Every addressing scheme and every codec: frame-exact after start and seeks, and to the end. */
@SharedPage(keepsPlayer = true)
class SchemesIT {
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void number_template_isFrameExact(PlayerPage page) {
    check(page, "schemes/number.mpd", 0, 300);
  }

  @PlaybackTest
  void time_template_isFrameExact(PlayerPage page) {
    check(page, "schemes/time.mpd", 0, 300);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void inheritedTemplate_withBandwidth_isFrameExact(PlayerPage page) {
    check(page, "schemes/bandwidth.mpd", 0, 300);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void segmentBase_isFrameExact(PlayerPage page) {
    check(page, "schemes/base.mpd", 0, 300);
  }

  @PlaybackTest
  void hierarchicalIndex_isFrameExact(PlayerPage page) {
    check(page, "schemes/hierarchical.mpd", 0, 300);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void segmentList_isFrameExact(PlayerPage page) {
    check(page, "schemes/list.mpd", 0, 300);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void segmentList_ofRanges_isFrameExact(PlayerPage page) {
    check(page, "schemes/list-range.mpd", 0, 300);
  }

  @PlaybackTest
  void presentationTimeOffset_isFrameExact(PlayerPage page) {
    check(page, "schemes/offset.mpd", 0, 300);
  }

  @PlaybackTest
  void timesNear2To53_areFrameExact(PlayerPage page) {
    check(page, "schemes/bigtime.mpd", 0, 300);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void bFrames_startingAfterZero_areFrameExact(PlayerPage page) {
    check(page, "schemes/bframes.mpd", 2, 300);
  }

  @PlaybackTest
  void bFrames_withNegativeOffsets_areFrameExact(PlayerPage page) {
    check(page, "schemes/bframes-negative.mpd", 0, 300);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void unsupportedRepresentations_areLeftOut(MediaServer server, PlayerPage page) {
    check(page, "schemes/unsupported.mpd", 0, 300);
    assertEquals(List.of(), server.requests().paths("/media/schemes/absent/**"));
  }

  @PlaybackTest
  void periods_areFrameExactAcrossTheirBoundaries(PlayerPage page) {
    check(page, "schemes/periods.mpd", 0, 300);
    FrameExactness.checkEdges(page);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void vp9AndOpus_inMp4_areFrameExact(PlayerPage page) {
    check(page, "codecs/vp9-mp4.mpd", 0, 200);
  }

  @PlaybackTest
  void vp9AndOpus_inWebm_areFrameExact(PlayerPage page) {
    check(page, "codecs/vp9-webm.mpd", 0, 200);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void av1_inMp4_isFrameExact(PlayerPage page) {
    check(page, "codecs/av1-mp4.mpd", 0, 200);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void av1_inWebm_isFrameExact(PlayerPage page) {
    check(page, "codecs/av1-webm.mpd", 0, 200);
  }

  private static void check(PlayerPage page, String manifest, int firstFrame, int frames) {
    FrameExactness.check(page, "/media/" + manifest, firstFrame, frames);
  }
}
