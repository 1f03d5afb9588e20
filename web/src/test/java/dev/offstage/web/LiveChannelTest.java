package dev.offstage.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveChannelTest {
  /** The first second of a round: segment 40 of the channel is the next one. */
  private static final Instant ROUND = Instant.ofEpochSecond(80);

  @Test
  void playlist_namesTheWindowUpToTheClock() {
    List<String> lines = linesAt(ROUND.plusSeconds(10));
    assertTrue(lines.contains("#EXT-X-MEDIA-SEQUENCE:30"), lines::toString);
    List<String> segments = lines.stream().filter(line -> line.startsWith("../")).toList();
    assertEquals(15, segments.size());
    assertEquals("../media/ladder/v480/00011.m4s", segments.get(0));
    assertEquals("../media/ladder/v480/00005.m4s", segments.get(14));
  }

  @Test
  void playlist_betweenTwoRounds_hasADiscontinuity() {
    List<String> lines = linesAt(ROUND.plusSeconds(10));
    int at = lines.indexOf("#EXT-X-DISCONTINUITY");
    assertEquals("#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:01:20Z", lines.get(at + 1));
    assertEquals("../media/ladder/v480/00001.m4s", lines.get(at + 3));
    assertTrue(lines.contains("#EXT-X-DISCONTINUITY-SEQUENCE:1"), lines::toString);
  }

  @Test
  void discontinuity_thatHasLeftTheWindow_isCounted() {
    // Segment 40 is the first in the window: what was before it is another round.
    List<String> lines = linesAt(ROUND.plusSeconds(30));
    assertTrue(lines.contains("#EXT-X-MEDIA-SEQUENCE:40"), lines::toString);
    assertTrue(lines.contains("#EXT-X-DISCONTINUITY-SEQUENCE:2"), lines::toString);
    assertFalse(lines.contains("#EXT-X-DISCONTINUITY"), lines::toString);
  }

  @Test
  void playlist_withinOneSegment_staysAsItIs() {
    assertEquals(linesAt(ROUND), linesAt(ROUND.plusMillis(1999)));
  }

  @Test
  void find_ofWhatTheChannelLacks_isNull() {
    for (String path : List.of("/live/", "/live/v1080.m3u8", "/v480.m3u8", "/live/v480.mpd")) {
      assertNull(at(ROUND).find(path), path);
    }
  }

  private static List<String> linesAt(Instant now) {
    String text = at(now).find("/live/v480.m3u8");
    assertNotNull(text);
    return text.lines().toList();
  }

  private static LiveChannel at(Instant now) {
    return new LiveChannel(Clock.fixed(now, ZoneOffset.UTC));
  }
}
