package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.server.MediaServer;
import dev.offstage.e2e.server.Rule;
import java.util.List;

/** HLS on demand with fMP4: frame-exact after start and seeks, and to the end. */
@SharedPage(keepsPlayer = true)
class HlsIT {
  @PlaybackTest
  void separateAudio_isFrameExact(PlayerPage page) {
    check(page, "number");
  }

  @PlaybackTest
  void byteRanges_areFrameExact(PlayerPage page) {
    check(page, "ranges");
  }

  @PlaybackTest
  void mediaPlaylistAlone_isFrameExact(PlayerPage page) {
    check(page, "number-v0");
  }

  @PlaybackTest
  void variantsWithoutCodecs_areFrameExact(PlayerPage page) {
    check(page, "no-codecs");
  }

  @PlaybackTest
  void timestampsFarFromZero_areFrameExact(PlayerPage page) {
    check(page, "offset");
  }

  @PlaybackTest
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

  @PlaybackTest
  void gap_isPassedOver_andNotAskedFor(MediaServer server, PlayerPage page) {
    page.createOnce(FrameExactness.SMALL_BUFFER).load("/media/hls/gap.m3u8");
    page.seek(3.5);
    page.play();
    page.waitForTime(6.5);
    page.waitForEnded();
    assertEquals(List.of(), server.requests().paths("/media/absent.m4s"));
    assertEquals(List.of(), page.errors());
  }

  private static void check(PlayerPage page, String playlist) {
    FrameExactness.check(page, "/media/hls/" + playlist + ".m3u8", 0, 300);
  }
}
