package dev.offstage.engine.hls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.testing.ArrayBytes;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a reload shares with the playlist before, and that it always says what the text says. */
class MediaReloadTest {
  private static final String URL = "https://cdn.test/live/list.m3u8";

  /** A live stream whose playlist can be had at every moment. */
  private static final class LiveStream {
    private final Random random;
    private final String newLine;

    LiveStream(long seed) {
      random = new Random(seed);
      newLine = random.nextBoolean() ? "\n" : "\r\n";
    }

    /** The lines of one segment; the same at every call. */
    String segment(int number) {
      Random its = new Random(number * 7919L);
      StringBuilder out = new StringBuilder();
      if (number % 17 == 5) {
        out.append("#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"init").append(number).append("\"\n");
      }
      if (number % 11 == 3) {
        out.append("#EXT-X-KEY:METHOD=AES-128,URI=\"key").append(number).append("\"\n");
      }
      if (number % 6 == 1) {
        out.append("#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:").append(10 + number % 50);
        out.append("Z\n");
      }
      if (number % 9 == 8) {
        out.append("#EXT-X-DATERANGE:ID=\"r").append(number);
        out.append("\",START-DATE=\"2024-01-01T00:00:00Z\"\n");
      }
      out.append(number % 13 == 12 ? "#EXT-X-GAP\n" : "");
      if (number % 20 >= 15) {
        out.append("#EXT-X-BYTERANGE:").append(100 + number);
        out.append(number % 20 == 15 ? "@7\n" : "\n").append("#EXTINF:4,\n");
        out.append("file").append(number / 20).append(".mp4\n");
      } else {
        out.append("#EXTINF:").append(3 + its.nextInt(1000) / 1000.0).append(",\n");
        out.append(its.nextInt(5) == 0 ? "\n" : "").append("seg-").append(number).append(".ts\n");
      }
      return out.toString();
    }

    String text(int first, int end, boolean ended) {
      StringBuilder out = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:4\n");
      out.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append('\n');
      int discontinuities = 0;
      StringBuilder state = new StringBuilder();
      for (int i = 0; i < first; i++) {
        discontinuities += i % 17 == 5 ? 1 : 0;
        // What holds from before the window, in the order in which it came to hold.
        for (String line : segment(i).split("\n")) {
          if (line.startsWith("#EXT-X-KEY") || line.startsWith("#EXT-X-MAP")) {
            state.append(line).append('\n');
          }
        }
      }
      out.append("#EXT-X-DISCONTINUITY-SEQUENCE:").append(discontinuities).append('\n');
      int lastMap = state.lastIndexOf("#EXT-X-MAP");
      int keyBefore = lastMap < 0 ? -1 : state.lastIndexOf("#EXT-X-KEY", lastMap);
      int lastKey = state.lastIndexOf("#EXT-X-KEY");
      for (int at : new int[] {keyBefore, lastMap, lastKey > keyBefore ? lastKey : -1}) {
        out.append(at < 0 ? "" : state.substring(at, state.indexOf("\n", at) + 1));
      }
      for (int i = first; i < end; i++) {
        // The first range of a window has to say where it starts.
        String segment = segment(i);
        if (i == first && i % 20 > 15) {
          int at = 7;
          for (int j = i - i % 20 + 15; j < i; j++) {
            at += 100 + j;
          }
          String range = "#EXT-X-BYTERANGE:" + (100 + i);
          segment = segment.replace(range + "\n", range + "@" + at + "\n");
        }
        out.append(segment);
      }
      out.append(ended ? "#EXT-X-ENDLIST\n" : "");
      return out.toString().replace("\n", newLine);
    }
  }

  /** Counts what is copied out. */
  private static final class CountingBytes implements Bytes {
    private final ArrayBytes bytes;
    long copied;

    CountingBytes(String text) {
      bytes = new ArrayBytes(text.getBytes(UTF_8));
    }

    @Override
    public int sizeBytes() {
      return bytes.sizeBytes();
    }

    @Override
    public byte[] copy(int from, int to) {
      copied += to - from;
      return bytes.copy(from, to);
    }

    @Override
    public Bytes slice(int from, int to) {
      return bytes.slice(from, to);
    }
  }

  private static MediaPlaylist parse(String text, MediaPlaylist previous) {
    return PlaylistParser.parseMedia(
        new ArrayBytes(text.getBytes(UTF_8)), URL, Variables.NONE, previous);
  }

  /** The dump without times of the timeline, which is carried on only by reloads. */
  private static String dump(MediaPlaylist playlist) {
    return PlaylistDump.of(playlist).replaceAll("(?m)^(\\d+) [\\d.E-]+\\+", "$1 +");
  }

  private static void assertSameDump(MediaPlaylist expected, MediaPlaylist actual) {
    // Dates carried on from a tag that has left the window are better than those carried back.
    String dates = "date [\\dNaE.]+";
    assertEquals(dump(expected).replaceAll(dates, ""), dump(actual).replaceAll(dates, ""));
    for (int i = 0; i < actual.count(); i++) {
      double date = expected.programDateTimeMs(i);
      assertTrue(Double.isNaN(date) || actual.programDateTimeMs(i) == actual.programDateTimeMs(i));
    }
  }

  @Test
  void reloads_inAnyRhythm_sayWhatTheTextSays() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      LiveStream stream = new LiveStream(seed);
      int first = random.nextInt(30);
      int end = first + 1 + random.nextInt(40);
      MediaPlaylist playlist = parse(stream.text(first, end, false), null);
      for (int i = 0; i < 40; i++) {
        end += random.nextInt(random.nextInt(10) == 0 ? 60 : 4);
        first = Math.min(end, first + random.nextInt(random.nextInt(10) == 0 ? 60 : 4));
        String text = stream.text(first, end, i == 39);
        MediaPlaylist before = playlist;
        playlist = parse(text, before);
        assertSameDump(parse(text, null), playlist);
        for (int p = 0; p < playlist.count(); p++) {
          double position = playlist.mediaSequence(p) - before.info().mediaSequence();
          if (position < before.count()) {
            assertEquals(before.startS((int) position), playlist.startS(p), 1e-6);
          }
        }
      }
    }
  }

  @Test
  void knownSegments_areSharedAndNotReadAgain() {
    LiveStream stream = new LiveStream(4);
    MediaPlaylist playlist = parse(stream.text(100, 5100, false), null);
    CountingBytes text = new CountingBytes(stream.text(103, 5103, false));
    MediaPlaylist reloaded = PlaylistParser.parseMedia(text, URL, Variables.NONE, playlist);
    assertSame(playlist.columns, reloaded.columns);
    assertTrue(text.copied < 70_000, text.copied + " of " + text.sizeBytes());
    assertEquals(5000, reloaded.count());
    assertEquals(playlist.startS(3), reloaded.startS());
    assertEquals(100, playlist.info().mediaSequence());
    assertEquals(5000, playlist.count());
  }

  @Test
  void oldPlaylist_reloadedTwice_bothAreRight() {
    LiveStream stream = new LiveStream(4);
    MediaPlaylist playlist = parse(stream.text(10, 40, false), null);
    MediaPlaylist one = parse(stream.text(10, 41, false), playlist);
    MediaPlaylist other = parse(stream.text(10, 41, false).replace("seg-40", "new-40"), playlist);
    assertTrue(one.segmentUrl(30).endsWith("seg-40.ts"));
    assertTrue(other.segmentUrl(30).endsWith("new-40.ts"));
  }

  @Test
  void changedHistory_isReadAgain() {
    LiveStream stream = new LiveStream(4);
    MediaPlaylist playlist = parse(stream.text(10, 40, false), null);
    String changed = stream.text(11, 41, false).replace("seg-30", "changed-segment-30");
    MediaPlaylist reloaded = parse(changed, playlist);
    assertNotSame(playlist.columns, reloaded.columns);
    assertTrue(reloaded.segmentUrl(19).contains("changed"));
  }

  @Test
  void mediaSequence_goingBack_startsAnew() {
    LiveStream stream = new LiveStream(4);
    MediaPlaylist playlist = parse(stream.text(100, 140, false), null);
    MediaPlaylist reset = parse(stream.text(0, 20, false), playlist);
    assertEquals(0, reset.startS());
    assertSameDump(parse(stream.text(0, 20, false), null), reset);
  }

  @Test
  void error_inWhatIsNew_namesItsLine() {
    LiveStream stream = new LiveStream(2);
    MediaPlaylist playlist = parse(stream.text(0, 14, false), null);
    String text = stream.text(0, 14, false) + "#EXTINF:no,\nx\n";
    int line = text.split("\n", -1).length - 2;
    ParserException e = assertThrows(ParserException.class, () -> parse(text, playlist));
    assertTrue(e.getMessage().contains("line " + line), e.getMessage());
  }

  @Test
  void deltaUpdate_isCompletedByThePlaylistBefore() {
    LiveStream stream = new LiveStream(4);
    for (int known : new int[] {0, 3, 10}) {
      MediaPlaylist playlist = parse(stream.text(20, 60, false), null);
      String full = stream.text(22, 65, false);
      int skipped = 38 - known;
      String head = full.substring(0, full.indexOf("#EXT-X-MAP"));
      StringBuilder delta = new StringBuilder(head);
      delta.append("#EXT-X-SKIP:SKIPPED-SEGMENTS=").append(skipped);
      delta.append(",RECENTLY-REMOVED-DATERANGES=\"r26\tr17\"\n");
      for (int i = 22 + skipped; i < 65; i++) {
        delta.append(withoutDateRanges(stream.segment(i)));
      }
      MediaPlaylist updated = parse(delta.toString(), playlist);
      MediaPlaylist expected = parse(full, null);
      assertEquals(43, updated.count());
      String segments = "(?m)^DateRange.*\n";
      assertEquals(
          dump(expected).replaceAll(segments, "").replaceAll("date [\\dNaE.]+", ""),
          dump(updated).replaceAll(segments, "").replaceAll("date [\\dNaE.]+", ""));
      assertEquals(
          "r35r44r53",
          updated.info().dateRanges().stream()
              .map(tag -> tag.range().id())
              .reduce("", String::concat));
    }
  }

  @Test
  void deltaUpdate_ofAnotherPlaylist_isMalformed() {
    LiveStream stream = new LiveStream(4);
    MediaPlaylist playlist = parse(stream.text(20, 60, false), null);
    for (String skip : new String[] {"SKIPPED-SEGMENTS=41", "SKIPPED-SEGMENTS=0", "X=1"}) {
      String delta =
          "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:20\n#EXT-X-SKIP:" + skip + "\n";
      assertThrows(ParserException.class, () -> parse(delta, playlist));
    }
  }

  @Test
  void deltaUpdate_afterDeltaUpdate_thenFullText_isShared() {
    LiveStream stream = new LiveStream(0);
    MediaPlaylist playlist = parse(withoutDateRanges(stream.text(40, 60, false)), null);
    for (int end = 61; end < 70; end++) {
      String head =
          "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:40\n"
              + "#EXT-X-DISCONTINUITY-SEQUENCE:3\n#EXT-X-SKIP:SKIPPED-SEGMENTS=10\n";
      StringBuilder delta = new StringBuilder(head);
      for (int i = 50; i < end; i++) {
        delta.append(withoutDateRanges(stream.segment(i)));
      }
      playlist = parse(delta.toString(), playlist);
    }
    assertSameDump(parse(withoutDateRanges(stream.text(40, 69, false)), null), playlist);
    String text = withoutDateRanges(stream.text(40, 70, false));
    MediaPlaylist full = parse(text, playlist);
    assertSameDump(parse(text, null), full);
    assertSame(playlist.columns, full.columns);
  }

  private static String withoutDateRanges(String text) {
    return text.replaceAll("#EXT-X-DATERANGE[^\n]*\n", "");
  }
}
