package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.server.MediaServer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A live playlist of two days, for what it costs to load it again: each request finds one segment
 * more at its end and one less at its start. The segments are those of the ladder, again and again.
 */
final class LongPlaylist {
  static final String URL = "/long/live.m3u8";

  /** 48 hours of segments of 10 s. */
  static final int SEGMENTS = 17_280;

  /** Less than the segments last, so that it is loaded more often than its media needs. */
  private static final int TARGET_S = 1;

  private static final int ROUND = 20;

  private final AtomicInteger requests = new AtomicInteger();

  static void serveOn(MediaServer server) {
    LongPlaylist playlist = new LongPlaylist();
    server.serve(URL, () -> playlist.text(playlist.requests.getAndIncrement()));
  }

  private String text(int first) {
    StringBuilder text = new StringBuilder(SEGMENTS * 70);
    text.append("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:").append(TARGET_S);
    text.append("\n#EXT-X-MEDIA-SEQUENCE:").append(first);
    text.append("\n#EXT-X-DISCONTINUITY-SEQUENCE:").append(first / ROUND);
    text.append("\n#EXT-X-MAP:URI=\"/media/ladder/v480/init.mp4\"\n");
    for (int i = first; i < first + SEGMENTS; i++) {
      text.append(i > first && i % ROUND == 0 ? "#EXT-X-DISCONTINUITY\n" : "");
      text.append("#EXTINF:2.00000,\n/media/ladder/v480/");
      text.append(i % ROUND < 9 ? "0000" : "000").append(i % ROUND + 1);
      text.append(".m4s?segment=").append(i).append('\n');
    }
    return text.toString();
  }
}
