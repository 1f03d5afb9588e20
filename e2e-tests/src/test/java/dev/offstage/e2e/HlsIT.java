package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Range;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import dev.offstage.e2e.server.Rule;
import java.util.List;

/** HLS on demand with fMP4: frame-exact after start and seeks, and to the end. */
@SharedPage(keepsPlayer = true)
class HlsIT {
  private static final double FRAME_S = 0.04;

  @PlaybackTest
  void separateAudio_isFrameExact(PlayerPage page) {
    check(page, "number");
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void byteRanges_areFrameExact(PlayerPage page) {
    check(page, "ranges");
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void mediaPlaylistAlone_isFrameExact(PlayerPage page) {
    check(page, "number-v0");
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void variantsWithoutCodecs_areFrameExact(PlayerPage page) {
    check(page, "no-codecs");
  }

  @PlaybackTest
  void timestampsFarFromZero_areFrameExact(PlayerPage page) {
    check(page, "offset");
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void redundantVariant_standsInForOneThatIsAbsent(MediaServer server, PlayerPage page) {
    Rule absent = server.on("/media/hls/absent.m3u8").status(404);
    check(page, "redundant");
    assertEquals(1, absent.hits());
  }

  @PlaybackTest
  void discontinuities_areFrameExactAcrossTheirBoundaries(PlayerPage page) {
    check(page, "discontinuity");
    FrameExactness.checkEdges(page);
  }

  /**
   * The pictures change at 4 s and at 8 s, to the frame; here the sound, which comes by playlists
   * of its own. What a look hears is from the 20 ms before it.
   */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS})
  void soundOfItsOwn_changesWithThePictures(PlayerPage page) {
    page.createOnce(FrameExactness.SMALL_BUFFER).load("/media/hls/discontinuity.m3u8");
    double[][] changes = {{4, 440, 550}, {8, 550, 660}};
    for (double[] change : changes) {
      Range heard;
      do { // a busy machine looks seldom
        page.seek(change[0] - 0.5);
        heard = page.awaitToneChange(change[1], change[2]);
      } while (heard.end() - heard.start() > 0.06);
      double offS = Math.max(change[0] - heard.end(), heard.start() - 0.02 - change[0]);
      assertTrue(offS < FRAME_S, "the sound changes within " + heard);
    }
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void gap_isPassedOver_andNotAskedFor(MediaServer server, PlayerPage page) {
    page.createOnce(FrameExactness.SMALL_BUFFER).load("/media/hls/gap.m3u8");
    page.seek(3.5);
    page.playFast();
    page.waitForTime(6.5);
    page.waitForEnded();
    page.setPlaybackRate(1);
    assertEquals(List.of(), server.requests().paths("/media/absent.m4s"));
    assertEquals(List.of(), page.errors());
  }

  private static void check(PlayerPage page, String playlist) {
    FrameExactness.check(page, "/media/hls/" + playlist + ".m3u8", 0, 300);
  }
}
