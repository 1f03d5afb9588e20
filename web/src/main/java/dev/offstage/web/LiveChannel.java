package dev.offstage.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A live HLS channel made of the sample: its segments again and again, one every two seconds, in a
 * window of half a minute. What goes out follows from the clock alone, so that nothing is kept.
 * Between two rounds there is a discontinuity, for the timestamps begin anew.
 *
 * <p>Immutable.
 */
final class LiveChannel {
  /** Where the pages ask for a channel (see {@code live/channel.json} of the site). */
  static final String ANNOUNCEMENT = "/live/channel.json";

  private static final String PREFIX = "/live/";
  private static final String SUFFIX = ".m3u8";

  /** Segments in one round of the sample, and seconds in each. */
  private static final int ROUND = 20;

  private static final int SEGMENT_S = 2;

  private static final int WINDOW = 15;

  private static final String MULTIVARIANT =
      """
      #EXTM3U
      #EXT-X-VERSION:7
      #EXT-X-INDEPENDENT-SEGMENTS
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="en.m3u8"
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Français",LANGUAGE="fr",AUTOSELECT=YES,URI="fr.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=400000,CODECS="avc1.4d4015,mp4a.40.2",RESOLUTION=426x240,AUDIO="a"
      v240.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=1150000,CODECS="avc1.4d401e,mp4a.40.2",RESOLUTION=854x480,AUDIO="a"
      v480.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=2750000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,AUDIO="a"
      v720.m3u8
      """;

  private final Clock clock;

  LiveChannel(Clock clock) {
    this.clock = clock;
  }

  /** What lies at a path now; null where the channel has nothing. */
  @Nullable String find(String path) {
    if (path.equals(ANNOUNCEMENT)) {
      return "{ \"url\": \"live/channel.m3u8\" }\n";
    }
    if (!path.startsWith(PREFIX) || !path.endsWith(SUFFIX)) {
      return null;
    }
    String name = path.substring(PREFIX.length(), path.length() - SUFFIX.length());
    return switch (name) {
      case "channel" -> MULTIVARIANT;
      case "v240", "v480", "v720", "en", "fr" -> playlist(name);
      default -> null;
    };
  }

  private String playlist(String track) {
    long end = clock.instant().getEpochSecond() / SEGMENT_S;
    long first = end - WINDOW;
    var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    text.append("#EXT-X-TARGETDURATION:").append(SEGMENT_S + 1).append('\n');
    text.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append('\n');
    text.append("#EXT-X-DISCONTINUITY-SEQUENCE:").append(first / ROUND).append('\n');
    text.append("#EXT-X-MAP:URI=\"../media/ladder/").append(track).append("/init.mp4\"\n");
    for (long i = first; i < end; i++) {
      if (i > first && i % ROUND == 0) {
        text.append("#EXT-X-DISCONTINUITY\n");
      }
      text.append("#EXT-X-PROGRAM-DATE-TIME:").append(Instant.ofEpochSecond(i * SEGMENT_S));
      text.append("\n#EXTINF:").append(SEGMENT_S).append(",\n../media/ladder/").append(track);
      text.append(String.format(Locale.ROOT, "/%05d.m4s\n", i % ROUND + 1));
    }
    return text.toString();
  }
}
