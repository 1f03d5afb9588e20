package dev.offstage.e2e.server;

import dev.offstage.e2e.media.TestMedia;
import java.time.Instant;
import java.util.Locale;

/**
 * A live HLS stream: the ladder's segments again and again, in real time, in a sliding window. It
 * stalls, leaps, begins anew and ends on request. Between two rounds of the ladder there is a
 * discontinuity, for its timestamps begin anew.
 *
 * <p>Thread-safe.
 */
public final class LiveOrigin {
  /** Where the multivariant playlist is. */
  public static final String URL = "/live/main.m3u8";

  /** How long a segment is, seconds; also the target duration. */
  public static final double SEGMENT_S = 2;

  /** The date of the first frame of segment 0. */
  public static final Instant FIRST_DATE = Instant.parse("2024-01-01T00:00:00Z");

  private static final int ROUND = 20;
  private static final String[] VIDEO = {"v240", "v480"};

  private final int window;
  private double startedS = Double.NaN;
  private double outAtStart;
  private double stalledAtS = Double.NaN;
  private int numberedFrom;
  private int endsAt = Integer.MAX_VALUE;

  /**
   * Starts it. Time passes from the first request on, so that it does not matter how long the page
   * needs that will ask.
   *
   * @param window how many segments a playlist names
   * @param out how many have gone out already
   */
  public static LiveOrigin on(MediaServer server, int window, int out) {
    LiveOrigin origin = new LiveOrigin(window, out);
    StringBuilder main =
        new StringBuilder(
            "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n"
                + "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"English\",LANGUAGE=\"en\","
                + "AUTOSELECT=YES,DEFAULT=YES,URI=\"en.m3u8\"\n");
    for (int i = 0; i < VIDEO.length; i++) {
      main.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(350_000 + i * 750_000);
      main.append(",CODECS=\"avc1.4d401f,mp4a.40.2\",AUDIO=\"a\"\n").append(VIDEO[i]);
      main.append(".m3u8\n");
      String name = VIDEO[i];
      server.serve("/live/" + name + ".m3u8", () -> origin.playlist(name));
    }
    server.serve("/live/en.m3u8", () -> origin.playlist("en"));
    server.serve(URL, main.toString());
    return origin;
  }

  private LiveOrigin(int window, int out) {
    this.window = window;
    outAtStart = out;
  }

  /** Playlists stay as they are. */
  public synchronized void stall() {
    stalledAtS = nowS();
  }

  /** All that has been produced in the meantime is there at once. */
  public synchronized void goOn() {
    stalledAtS = Double.NaN;
  }

  /** So many segments go out to nobody. */
  public synchronized void leap(int segments) {
    outAtStart += segments;
  }

  /** The next segment is the first one again: numbers and discontinuities begin anew. */
  public synchronized void reset() {
    numberedFrom = out();
    outAtStart += 1;
  }

  /** No segment follows those that are out. */
  public synchronized void end() {
    endsAt = out();
  }

  /** The segment that was, or will be, on the screen at a date. */
  public static int segmentAt(Instant date) {
    return (int) Math.floor((date.toEpochMilli() - FIRST_DATE.toEpochMilli()) / 1e3 / SEGMENT_S);
  }

  /** The number of the frame that was, or will be, on the screen at a date. */
  public static int frameAt(double dateMs) {
    double seconds = (dateMs - FIRST_DATE.toEpochMilli()) / 1e3;
    return TestMedia.frameAt(seconds % (ROUND * SEGMENT_S));
  }

  private int out() {
    if (Double.isNaN(startedS)) {
      startedS = nowS();
    }
    double untilS = Double.isNaN(stalledAtS) ? nowS() : stalledAtS;
    return (int) Math.min(endsAt, outAtStart + Math.floor((untilS - startedS) / SEGMENT_S));
  }

  private synchronized String playlist(String name) {
    int out = out();
    int first = Math.max(Math.max(0, out - window), numberedFrom);
    StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:");
    text.append((int) SEGMENT_S).append("\n#EXT-X-MEDIA-SEQUENCE:").append(first - numberedFrom);
    text.append("\n#EXT-X-DISCONTINUITY-SEQUENCE:");
    text.append(first / ROUND - numberedFrom / ROUND).append('\n');
    text.append("#EXT-X-MAP:URI=\"../media/ladder/").append(name).append("/init.mp4\"\n");
    for (int i = first; i < out; i++) {
      text.append(i > first && i % ROUND == 0 ? "#EXT-X-DISCONTINUITY\n" : "");
      Instant date = FIRST_DATE.plusMillis(Math.round(i * SEGMENT_S * 1e3));
      text.append("#EXT-X-PROGRAM-DATE-TIME:").append(date).append('\n');
      if (i % 10 == 0) {
        text.append("#EXT-X-DATERANGE:ID=\"ten-").append(i).append("\",START-DATE=\"").append(date);
        text.append("\",DURATION=4,X-NUMBER=\"").append(i).append("\"\n");
      }
      text.append(String.format(Locale.ROOT, "#EXTINF:%.5f,\n", SEGMENT_S));
      text.append("..").append(TestMedia.ladderSegment(name, i % ROUND + 1)).append('\n');
    }
    return text.append(endsAt == out ? "#EXT-X-ENDLIST\n" : "").toString();
  }

  private static double nowS() {
    return System.nanoTime() / 1e9;
  }
}
