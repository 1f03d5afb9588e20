package dev.offstage.simulator.costs;

import dev.offstage.engine.dash.MpdParser;
import dev.offstage.engine.hls.Playlist;
import dev.offstage.engine.hls.PlaylistParser;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.simulator.media.VirtualBytes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Manifests: small ones as most are, and long ones as live windows and long films have. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManifestCosts {
  private static final String URL = "https://origin.example/movie/manifest";

  private final byte[] template = mpd("<SegmentTemplate timescale=\"1\" duration=\"2\"", "/>", 6, 0);
  private final byte[] timeline =
      mpd("<SegmentTemplate timescale=\"90000\"", "</SegmentTemplate>", 6, 4_000);
  private final VirtualBytes playlist = VirtualBytes.of(playlist(2_000));

  /** Six Representations by template, 1.5 kB. */
  @Benchmark
  public Presentation mpdByTemplate() {
    return MpdParser.parse(template, URL);
  }

  /** Six Representations with 4,000 entries in a SegmentTimeline each, 0.36 MB. */
  @Benchmark
  public Presentation mpdByTimeline() {
    return MpdParser.parse(timeline, URL);
  }

  /** 2,000 segments, 67 kB. */
  @Benchmark
  public Playlist mediaPlaylist() {
    return PlaylistParser.parse(playlist, URL);
  }

  private static byte[] mpd(String template, String end, int qualities, int entries) {
    StringBuilder mpd = new StringBuilder();
    mpd.append("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"");
    mpd.append(" type=\"static\" mediaPresentationDuration=\"PT8000S\"><Period>");
    mpd.append("<AdaptationSet mimeType=\"video/mp4\" codecs=\"avc1.4d401f\">");
    for (int i = 1; i <= qualities; i++) {
      mpd.append("<Representation id=\"v").append(i).append("\" bandwidth=\"").append(i * 300_000);
      mpd.append("\" width=\"640\" height=\"360\">").append(template);
      mpd.append(" initialization=\"$RepresentationID$/init.mp4\"");
      mpd.append(" media=\"$RepresentationID$/").append(entries > 0 ? "$Time$" : "$Number$");
      mpd.append(".m4s\"").append(entries > 0 ? "><SegmentTimeline>" : "");
      for (int entry = 0; entry < entries; entry++) {
        mpd.append("<S d=\"").append(180_000 + entry % 7).append("\"/>");
      }
      mpd.append(entries > 0 ? "</SegmentTimeline>" : "").append(end).append("</Representation>");
    }
    return mpd.append("</AdaptationSet></Period></MPD>")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String playlist(int segments) {
    StringBuilder playlist = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n");
    playlist.append("#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI=\"init.mp4\"\n");
    for (int i = 0; i < segments; i++) {
      playlist.append("#EXTINF:2.00200,\nsegment-").append(i).append(".m4s\n");
    }
    return playlist.append("#EXT-X-ENDLIST\n").toString();
  }
}
