package dev.offstage.engine.hls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.presentation.Live;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.testing.ArrayBytes;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where live playlists lie on the presentation's timeline, one after and beside the other. */
class LivePlaylistsTest {
  private static final Instant FIRST_DATE = Instant.parse("2024-01-01T00:00:00Z");

  private final PlaylistIndexReader reader = new PlaylistIndexReader(Variables.NONE);

  /** Of a stream in segments of 4 s; segment n begins at 4n s of it. */
  private static final class Text {
    private final StringBuilder text =
        new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MAP:URI=\"i\"\n");

    /**
     * @param number of the first segment in the playlist's own count
     * @param first segment of the stream
     */
    Text(String name, int number, int first, int end, boolean dated) {
      text.append("#EXT-X-MEDIA-SEQUENCE:").append(number).append('\n');
      for (int i = first; i < end; i++) {
        if (dated) {
          text.append("#EXT-X-PROGRAM-DATE-TIME:").append(FIRST_DATE.plusSeconds(4L * i));
          text.append('\n');
        }
        text.append("#EXTINF:4,\n").append(name).append(i).append(".m4s\n");
      }
    }

    Text with(String line) {
      text.append(line).append('\n');
      return this;
    }

    ArrayBytes bytes() {
      return new ArrayBytes(text.toString().getBytes(UTF_8));
    }
  }

  private SegmentIndex read(Text text, SegmentIndex before, SegmentIndex other) {
    return reader.read(text.bytes(), "https://cdn.test/live/list.m3u8", before, other);
  }

  private static double startS(SegmentIndex index) {
    return index.segment(0).startS();
  }

  @Test
  void first_beginsAtZero_andSaysHowItGoesOn() {
    SegmentIndex index = read(new Text("s", 10, 10, 15, false), null, null);
    assertEquals(0, startS(index));
    assertEquals(new Live(4, 12), index.live());
    SegmentIndex told =
        read(
            new Text("s", 10, 10, 15, false).with("#EXT-X-SERVER-CONTROL:HOLD-BACK=20"),
            null,
            null);
    assertEquals(new Live(4, 20), told.live());
  }

  @Test
  void reload_goesOn_andIsTheSameWhereNothingIsNew() {
    SegmentIndex first = read(new Text("s", 10, 10, 15, false), null, null);
    assertSame(first, read(new Text("s", 10, 10, 15, false), first, first));
    SegmentIndex next = read(new Text("s", 12, 12, 18, false), first, first);
    assertEquals(8, startS(next));
    assertEquals(first.segment(3).position(), next.segment(1).position());
    SegmentIndex ended = read(new Text("s", 12, 12, 18, false).with("#EXT-X-ENDLIST"), next, next);
    assertNotSame(next, ended);
    assertNull(ended.live());
    assertEquals(8, startS(ended));
  }

  @Test
  void olderPlaylist_isPassedOver() {
    SegmentIndex first = read(new Text("s", 12, 12, 18, false), null, null);
    assertSame(first, read(new Text("s", 10, 10, 16, false), first, first));
    assertSame(first, read(new Text("s", 12, 12, 16, false), first, first));
    // With signatures that change.
    assertSame(first, read(new Text("s", 11, 11, 17, true), first, first));
  }

  @Test
  void longerPlaylistThatBeginsEarlier_keepsItsSegmentsWhereTheyAre() {
    SegmentIndex first = read(new Text("s", 12, 12, 18, false), null, null);
    SegmentIndex longer = read(new Text("s", 9, 9, 20, false), first, first);
    assertEquals(-12, startS(longer));
    assertEquals(0, longer.segment(3).startS());
  }

  @Test
  void missedSegments_areCountedByDateOrTargetDuration() {
    for (boolean dated : new boolean[] {true, false}) {
      SegmentIndex first = read(new Text("s", 10, 10, 15, dated), null, null);
      SegmentIndex later = read(new Text("s", 30, 30, 35, dated), first, first);
      assertEquals(80, startS(later));
    }
  }

  @Test
  void numbersThatBeginAnew_followOnAnotherTimeline() {
    SegmentIndex first = read(new Text("s", 100, 10, 15, false), null, null);
    SegmentIndex anew = read(new Text("t", 0, 40, 43, false), first, first);
    assertEquals(20, startS(anew));
    assertEquals(1, anew.segment(0).timeline() - first.segment(0).timeline());
    SegmentIndex dated = read(new Text("s", 100, 10, 15, true), null, null);
    assertEquals(120, startS(read(new Text("t", 0, 40, 43, true), dated, dated)));
  }

  @Test
  void numbersThatJumpFarAhead_beginAnew() {
    SegmentIndex first = read(new Text("s", 100, 10, 15, false), null, null);
    SegmentIndex jumped = read(new Text("t", 1_700_000_000, 40, 43, false), first, first);
    assertEquals(20, startS(jumped));
    assertEquals(1, jumped.segment(0).timeline() - first.segment(0).timeline());
    SegmentIndex missed = read(new Text("s", 110, 20, 25, false), first, first);
    assertEquals(40, startS(missed));
  }

  @Test
  void otherPlaylist_ofNumbersThatBeganAnewThere_followsIt() {
    SegmentIndex video = read(new Text("v", 100, 10, 15, false), null, null);
    SegmentIndex audio = read(new Text("a", 100, 10, 14, false), null, video);
    SegmentIndex videoAnew = read(new Text("v", 0, 40, 43, false), video, video);
    SegmentIndex audioAnew = read(new Text("a", 0, 40, 43, false), audio, videoAnew);
    assertEquals(startS(videoAnew), startS(audioAnew));
    assertEquals(videoAnew.segment(0).timeline(), audioAnew.segment(0).timeline());
  }

  @Test
  void otherPlaylist_isPlacedByDate_orNumber_orItsEnd() {
    SegmentIndex dated = read(new Text("v", 10, 10, 15, true), null, null);
    assertEquals(8, startS(read(new Text("w", 77, 12, 17, true), null, dated)));
    SegmentIndex plain = read(new Text("v", 10, 10, 15, false), null, null);
    assertEquals(4, startS(read(new Text("w", 11, 11, 16, false), null, plain)));
    assertEquals(-8, startS(read(new Text("w", 8, 8, 15, false), null, plain)));
    assertEquals(4, startS(read(new Text("w", 5_000, 11, 15, false), null, plain)));
  }

  @Test
  void forgottenDiscontinuities_areCountedOn() {
    SegmentIndex first =
        read(
            new Text("s", 10, 10, 12, false)
                .with("#EXT-X-DISCONTINUITY\n#EXTINF:4,\ns12.m4s\n#EXTINF:4,\ns13.m4s"),
            null,
            null);
    assertEquals(1, first.segment(2).timeline());
    SegmentIndex next = read(new Text("s", 12, 12, 16, false), first, first);
    assertEquals(1, next.segment(0).timeline());
  }

  @Test
  void dates_areThoseOfTheSegments() {
    SegmentIndex index = read(new Text("s", 10, 10, 15, true), null, null);
    double dateMs = FIRST_DATE.plusSeconds(43).toEpochMilli();
    assertEquals(dateMs, index.dateMsAt(3));
    assertEquals(3, index.timeAtS(dateMs));
    assertEquals(-40, index.timeAtS(FIRST_DATE.toEpochMilli()));
    assertEquals(100, index.timeAtS(index.dateMsAt(100)));
    SegmentIndex undated = read(new Text("s", 10, 10, 15, false), null, null);
    assertEquals(Double.NaN, undated.dateMsAt(3));
    assertEquals(Double.NaN, undated.timeAtS(dateMs));
  }

  @Test
  void dateRanges_ofOneId_areOne() {
    SegmentIndex index =
        read(
            new Text("s", 10, 10, 15, true)
                .with("#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2024-01-01T00:00:41Z\",X-A=\"1\"")
                .with("#EXT-X-DATERANGE:ID=\"b\",START-DATE=\"2024-01-01T00:00:42Z\"")
                .with("#EXT-X-DATERANGE:ID=\"a\",DURATION=7,X-B=\"2\""),
            null,
            null);
    assertEquals(2, index.dateRanges().size());
    assertEquals(7, index.dateRanges().get(0).durationS());
    assertEquals(Map.of("X-A", "1", "X-B", "2"), index.dateRanges().get(0).attributes());
    assertEquals(1, index.timeAtS(index.dateRanges().get(0).startMs()), 1e-9);
  }

  @Test
  void shifted_movesAll() {
    SegmentIndex index = read(new Text("s", 10, 10, 15, true), null, null).shifted(1.5);
    assertEquals(1.5, startS(index));
    assertEquals(0, index.positionAt(1));
    assertEquals(1, index.positionAt(5.5));
    SegmentIndex next = read(new Text("s", 11, 11, 16, true), index, index);
    assertEquals(5.5, startS(next));
  }

  @Test
  void reload_ofTwoDays_allocatesForWhatIsNew() {
    int segments = 48 * 60 * 60 / 4;
    SegmentIndex index = null;
    long allocated = 0;
    for (int reload = 0; reload < 5; reload++) {
      ArrayBytes text = new Text("s", reload, reload, reload + segments, true).bytes();
      long before = allocatedBytes();
      index = reader.read(text, "https://cdn.test/live/list.m3u8", index, index);
      allocated = allocatedBytes() - before;
    }
    assertEquals(segments, index.count());
    assertEquals(4 * (4 + segments), index.segment(segments - 1).endS());
    // Two windows over the text are most of it; the text itself has more than a megabyte.
    assertTrue(allocated < 150_000, allocated + " bytes");
  }

  private static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
