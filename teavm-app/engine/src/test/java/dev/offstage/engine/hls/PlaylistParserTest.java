package dev.offstage.engine.hls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.testing.ArrayBytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistParserTest {
  private static final String URL = "https://cdn.test/a/b/list.m3u8";
  private static final String HEAD = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n";

  private static ArrayBytes bytes(String text) {
    return new ArrayBytes(text.getBytes(UTF_8));
  }

  private static MediaPlaylist media(String lines) {
    return PlaylistParser.parseMedia(bytes(HEAD + lines), URL, Variables.NONE, null);
  }

  private static MultivariantPlaylist multivariant(String lines) {
    return (MultivariantPlaylist) PlaylistParser.parse(bytes("#EXTM3U\n" + lines), URL);
  }

  private static String problemOf(String text) {
    ParserException e =
        assertThrows(ParserException.class, () -> PlaylistParser.parse(bytes(text), URL));
    assertTrue(e.isMalformed(), e.getMessage());
    return e.getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "<html></html>",
        "#EXT-X-TARGETDURATION:4\n#EXTM3U\n#EXTINF:4,\na",
        "#EXTM3U",
        "#EXTM3U\n# nothing else\n",
        "#EXTM3U\na.ts", // no EXTINF
        "#EXTM3U\n#EXTINF:4,\na.ts", // no target duration
        HEAD + "#EXTINF:,\na",
        HEAD + "#EXTINF:-1,radio\na",
        HEAD + "#EXTINF:1e3,\na",
        HEAD + "#EXTINF:4,\na\nb",
        HEAD + "#EXT-X-VERSION:3\n#EXT-X-VERSION:3\n",
        HEAD + "#EXT-X-VERSION:x\n",
        HEAD + "#EXT-X-MEDIA-SEQUENCE:-1\n",
        HEAD + "#EXT-X-MEDIA-SEQUENCE:99999999999999999\n",
        HEAD + "#EXTINF:4,\na\n#EXT-X-MEDIA-SEQUENCE:1\n",
        HEAD + "#EXTINF:4,\na\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n",
        HEAD + "#EXT-X-BYTERANGE:100\n#EXTINF:4,\na",
        HEAD + "#EXT-X-BYTERANGE:100@0\n#EXTINF:4,\na\n#EXT-X-BYTERANGE:1\n#EXTINF:4,\nb",
        HEAD + "#EXT-X-BYTERANGE:0@0\n#EXTINF:4,\na",
        HEAD + "#EXT-X-BYTERANGE:9007199254740992@1\n#EXTINF:4,\na",
        HEAD + "#EXT-X-KEY:URI=\"k\"\n",
        HEAD + "#EXT-X-KEY:METHOD=AES-128\n",
        HEAD + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=12\n",
        HEAD + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x123456789012345678901234567890123\n",
        HEAD + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\n",
        HEAD + "#EXT-X-MAP:BYTERANGE=\"1@0\"\n",
        HEAD + "#EXT-X-PROGRAM-DATE-TIME:yesterday\n",
        HEAD + "#EXT-X-SKIP:SKIPPED-SEGMENTS=3\n",
        HEAD + "#EXT-X-START:PRECISE=YES\n",
        HEAD + "#EXT-X-DEFINE:NAME=\"a\"\n",
        HEAD + "#EXT-X-DEFINE:IMPORT=\"a\"\n",
        HEAD + "#EXT-X-DEFINE:QUERYPARAM=\"a\"\n",
        HEAD + "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"\"\n#EXT-X-DEFINE:NAME=\"a\",VALUE=\"\"\n",
        HEAD + "#EXTINF:4,\n{$nobody}.ts",
        HEAD + "#EXT-X-PART:URI=\"a\"\n",
        HEAD + "#EXT-X-STREAM-INF:BANDWIDTH=1\na\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\nb",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=many\na\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n#EXTINF:4,\nb",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n#EXT-X-MEDIA:TYPE=AUDIO\n",
        "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\"\n"
      })
  void broken_isMalformed(String text) {
    problemOf(text);
  }

  @Test
  void error_namesTheLine() {
    assertTrue(problemOf("#EXTM3U\n\n# comment\n#EXT-X-VERSION:0").contains("line 4"));
    assertTrue(problemOf(HEAD + "#EXTINF:4,\na\r\n\r\n#EXTINF:no,\nb").contains("line 6"));
  }

  @Test
  void multivariantForMedia_isMalformed() {
    ArrayBytes data = bytes("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n");
    assertThrows(
        ParserException.class, () -> PlaylistParser.parseMedia(data, URL, Variables.NONE, null));
  }

  @Test
  void playlist_isKnownByItsFirstLine() {
    assertTrue(PlaylistParser.isPlaylist(bytes("#EXTM3U\n#EXT-X")));
    assertTrue(PlaylistParser.isPlaylist(bytes("\uFEFF#EXTM3U")));
    assertFalse(PlaylistParser.isPlaylist(bytes("<?xml version=")));
    assertFalse(PlaylistParser.isPlaylist(bytes("")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99})
  void version_whatever_isRead(int version) {
    assertEquals(version, media("#EXT-X-VERSION:" + version + "\n#EXTINF:4,\na\n").version());
  }

  @Test
  void emptyLivePlaylist_hasNoSegments() {
    MediaPlaylist playlist = media("#EXT-X-MEDIA-SEQUENCE:7\n");
    assertEquals(0, playlist.count());
    assertEquals(0, playlist.positionAt(3));
    assertFalse(playlist.isComplete());
    assertThrows(IndexOutOfBoundsException.class, () -> playlist.segmentUrl(0));
  }

  @Test
  void positionAt_everyTime_isTheSegmentThere() {
    MediaPlaylist playlist = media("#EXTINF:4,\na\n#EXTINF:0,\nb\n#EXTINF:2.5,\nc\n");
    assertEquals(0, playlist.positionAt(-1));
    assertEquals(0, playlist.positionAt(3.999));
    assertEquals(2, playlist.positionAt(4));
    assertEquals(2, playlist.positionAt(6.4));
    assertEquals(3, playlist.positionAt(6.5));
  }

  @Test
  void rangeBehindTheMap_inTheSameFile_goesOnFromThere() {
    MediaPlaylist playlist =
        media(
            "#EXT-X-MAP:URI=\"a\",BYTERANGE=\"100@50\"\n#EXT-X-BYTERANGE:10\n#EXTINF:4,\na\n"
                + "#EXT-X-BYTERANGE:10\n#EXTINF:4,\na\n#EXT-X-BYTERANGE:7@0\n#EXTINF:4,\nb\n");
    assertEquals(new ByteRange(150, 159), playlist.range(0));
    assertEquals(new ByteRange(160, 169), playlist.range(1));
    assertEquals(new ByteRange(0, 6), playlist.range(2));
  }

  @Test
  void dates_areCarriedOnAndBack() {
    MediaPlaylist playlist =
        media(
            "#EXTINF:4,\na\n#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:01:00Z\n#EXTINF:2,\nb\n"
                + "#EXTINF:2,\nc\n");
    assertEquals(56000, playlist.programDateTimeMs(0));
    assertEquals(60000, playlist.programDateTimeMs(1));
    assertEquals(62000, playlist.programDateTimeMs(2));
    assertTrue(Double.isNaN(media("#EXTINF:4,\na\n").programDateTimeMs(0)));
  }

  @Test
  void gapInFront_isKnown() {
    MediaPlaylist playlist = media("#EXT-X-GAP\n#EXTINF:4,\na\n#EXTINF:4,\nb\n");
    assertTrue(playlist.isGap(0));
    assertFalse(playlist.isGap(1));
  }

  @Test
  void attributes_withoutOrder_quotesOrSense_arePassedOver() {
    MultivariantPlaylist playlist =
        multivariant(
            "#EXT-X-STREAM-INF: X-A , CODECS=avc1.4d401f, BANDWIDTH=100 ,junk,X=\"a,b=c\",\n#x\nv\n");
    Variant variant = playlist.variants().get(0);
    assertEquals("avc1.4d401f", variant.codecs());
    assertEquals(100, variant.bandwidthBps());
    assertNull(variant.audio());
    assertEquals("https://cdn.test/a/b/v", variant.url());
  }

  @Test
  void bandwidthBeyond31Bits_isTheLargest() {
    Variant variant = multivariant("#EXT-X-STREAM-INF:BANDWIDTH=5000000000\nv\n").variants().get(0);
    assertEquals(Integer.MAX_VALUE, variant.bandwidthBps());
  }

  @Test
  void variables_thatMultiply_areStopped() {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("#EXT-X-DEFINE:NAME=\"a\",VALUE=\"").append("x".repeat(100_000)).append("\"\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("#EXTINF:1,\n{$a}{$a}{$a}\n");
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> problemOf(text.toString()).contains("too much"));
  }

  @Test
  void keyFormats_withoutEnd_areStopped() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 50; i++) {
      text.append("#EXT-X-KEY:METHOD=X,URI=\"k\",KEYFORMAT=\"f").append(i).append("\"\n");
    }
    ParserException e =
        assertThrows(
            ParserException.class, () -> PlaylistParser.parse(bytes(text.toString()), URL));
    assertFalse(e.isMalformed());
  }

  @Test
  void lineOfMegabytes_isRead() {
    String uri = "x".repeat(3_000_000);
    assertEquals(HEAD.length(), HEAD.indexOf("4\n") + 2);
    assertTrue(media("#EXTINF:4,\n" + uri + "\n").segmentUrl(0).endsWith(uri));
  }
}
