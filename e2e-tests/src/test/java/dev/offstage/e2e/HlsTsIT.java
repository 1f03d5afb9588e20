package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.middleOf;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.Frame;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Range;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** HLS with transport streams and packed audio: frame-exact after start and seeks, to the end. */
@SharedPage
class HlsTsIT {
  /** Pictures that are reordered, and timestamps that wrap around within the second segment. */
  @PlaybackTest
  void soundAndPicturesInOneSegment_areFrameExact(PlayerPage page) {
    check(page, "muxed");
    page.setQuality(otherQuality(page));
    page.seek(middleOf(20));
    page.awaitFrame(20);
  }

  @PlaybackTest
  void byteRangesAndPackedAac_areFrameExact_andSound(PlayerPage page) {
    check(page, "apart-aac");
    hear(page, 440);
  }

  @PlaybackTest
  void packedMp3_isFrameExact_andSounds(PlayerPage page) {
    check(page, "apart-mp3");
    hear(page, 880);
  }

  /** Chromium takes MP3 in MP4 no more than beside pictures. */
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void mp3BesideThePictures_isFrameExact_andSounds(PlayerPage page) {
    check(page, "muxed-mp3");
    hear(page, 880);
  }

  @PlaybackTest
  void tagInTheMedia_isToldWithItsTime(MediaServer server, PlayerPage page) throws IOException {
    byte[] audio = Files.readAllBytes(ProjectFiles.media().resolve("ts/1.aac"));
    ByteArrayOutputStream tagged = new ByteArrayOutputStream();
    tagged.writeBytes("ID3\4\0\0\0\0\0\17TIT2\0\0\0\5\0\0\3song".getBytes(US_ASCII));
    tagged.writeBytes(audio);
    server.serve("/media/ts/tagged.aac", tagged.toByteArray());
    server.serve(
        "/media/ts/tagged.m3u8",
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n0.aac\n#EXTINF:2,\ntagged.aac\n"
            + "#EXT-X-ENDLIST\n");
    page.createOnce(FrameExactness.SMALL_BUFFER);
    page.evaluate(
        "() => { const tags = (stage.tags = []);"
            + " stage.player.addEventListener('timedmetadata', (it) => tags.push(it.detail)); }");
    page.load("/media/ts/tagged.m3u8");
    page.waitUntil("stage.tags.length > 0");
    assertEquals(2, page.number("stage.tags[0].startTime"), 0.03);
    String song = "async () => (await import('/dist/id3.js')).parseId3(stage.tags[0].data)[0].text";
    assertEquals("song", page.evaluate(song));
  }

  /** A media playlist alone, which says no codecs, whose first segment is encrypted. */
  @PlaybackTest
  void encryptedSegments_areFrameExact_withEachKeyAskedForOnce(
      MediaServer server, PlayerPage page) {
    check(page, "encrypted");
    assertEquals(1, server.requests().paths("/media/ts/0.key").size());
  }

  @PlaybackTest
  void discontinuity_isFrameExactAcrossItsBoundaries(PlayerPage page) {
    check(page, "discontinuity");
    page.pause();
    // What is around a boundary has to be there first: a browser takes the frame behind it where
    // the one before it is missing.
    page.seek(middleOf(30));
    page.waitUntil("stage.snapshot().buffered.some(([from, to]) => from < 1 && to > 3)");
    for (int number : List.of(49, 50, 99, 100)) {
      page.seek(middleOf(number));
      assertEquals(new Frame(true, number, number / 50), page.awaitFrame(number));
    }
  }

  /** Of each other kind that browsers decode, a second; in AAC, and as it comes. */
  @PlaybackTest
  void streamsOfOtherKinds_play(MediaServer server, PlayerPage page) {
    server.serve("/kinds/", ProjectFiles.engineTestMedia());
    page.createOnce(FrameExactness.SMALL_BUFFER);
    page.mute(); // Firefox plays sound alone only where there is a device for it
    for (String kind :
        List.of(
            "latm", "opus", "aac-51", "mp3-low", "avc-opengop", "avc-slices", "avc-anamorphic")) {
      server.serve(
          "/kinds/" + kind + ".m3u8",
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\n" + kind + ".ts\n#EXT-X-ENDLIST\n");
      page.load("/kinds/" + kind + ".m3u8");
      page.playFast();
      page.waitForEnded();
      assertTrue(page.currentTime() > 0.9, kind + " ends at " + page.currentTime());
    }
    assertEquals(List.of(), page.errors());
  }

  private static void check(PlayerPage page, String playlist) {
    page.createOnce(FrameExactness.SMALL_BUFFER).load("/media/ts/" + playlist + ".m3u8");
    page.awaitFrame(0);
    Range first = page.buffered().get(0);
    assertTrue(first.start() < 0.03, "buffered from " + first.start());
    for (int number : List.of(37, 123, 88)) {
      page.seek(middleOf(number));
      page.awaitFrame(number);
    }
    page.waitForBuffer(2); // it is not this that is to be fast
    page.playFast();
    page.waitForEnded();
    page.setPlaybackRate(1);
    page.awaitLastFrame(149, middleOf(149));
    assertEquals(0, page.starvations());
    assertEquals(List.of(), page.errors());
  }

  private static void hear(PlayerPage page, int hertz) {
    if (page.setup().canHear()) {
      page.seek(1);
      page.play();
      page.awaitTone(hertz);
    }
  }

  private static String otherQuality(PlayerPage page) {
    return (String)
        page.evaluate("stage.player.qualities.find(it => it.id !== stage.player.quality.id).id");
  }
}
