package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.middleOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.Frame;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.server.MediaServer;
import dev.offstage.e2e.server.Rule;
import java.util.List;
import java.util.Map;

/** HLS on demand with fMP4: frame-exact after start and seeks, and to the end. */
class HlsIT {
  /** Little is held, so that each seek leads out of the buffer. */
  private static final Map<String, ?> SMALL_BUFFER =
      Map.of("buffer", Map.of("ahead", 3, "behind", 1));

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
    page.pause();
    page.seek(middleOf(99));
    assertEquals(new Frame(true, 99, 0), page.awaitFrame(99));
    page.seek(middleOf(100));
    assertEquals(new Frame(true, 100, 1), page.awaitFrame(100));
    page.seek(7.7);
    page.play();
    page.waitForTime(8.3);
    page.pause();
    assertEquals(2, page.frame().rendition());
  }

  @PlaybackTest
  void gap_isPassedOver_andNotAskedFor(MediaServer server, PlayerPage page) {
    page.create(SMALL_BUFFER).load("/media/hls/gap.m3u8");
    page.seek(3.5);
    page.play();
    page.waitForTime(6.5);
    page.waitForEnded();
    assertEquals(List.of(), server.requests().paths("/media/absent.m4s"));
    assertEquals(List.of(), page.errors());
  }

  private static void check(PlayerPage page, String playlist) {
    page.create(SMALL_BUFFER).load("/media/hls/" + playlist + ".m3u8");
    page.awaitFrame(0);
    assertFalse(page.buffered().isEmpty());
    // Within a segment, its last frame, its first frame, and backwards.
    for (int number : List.of(217, 249, 250, 60)) {
      page.seek(middleOf(number));
      page.awaitFrame(number);
    }
    page.seek(292 / 25.0);
    page.play();
    page.waitForEnded();
    page.awaitLastFrame(299, middleOf(299));
    assertEquals(List.of(), page.errors());
  }
}
