package dev.offstage.simulator.origin;

import dev.offstage.engine.media.MediaType;
import dev.offstage.simulator.media.SegmentTag;
import dev.offstage.simulator.media.VirtualBytes;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the playlists of a movie, and its segments (RFC 8216bis). */
final class HlsWriter {
  private final Movie movie;
  private final BiConsumer<String, Supplier<VirtualBytes>> files;
  private final @Nullable Broadcast broadcast;
  private final BiConsumer<String, LivePlaylist> livePlaylists;
  private final IntFunction<String> mirror;
  private int playlists;

  /**
   * @param files takes every file but the multivariant playlist, by its path, to be written when it
   *     is asked for
   * @param broadcast how it goes out live; null for on demand
   * @param mirror where a mirror has everything, from 1 on
   * @param livePlaylists takes the media playlists of what goes out live, by their paths
   */
  HlsWriter(
      Movie movie,
      BiConsumer<String, Supplier<VirtualBytes>> files,
      @Nullable Broadcast broadcast,
      BiConsumer<String, LivePlaylist> livePlaylists,
      IntFunction<String> mirror) {
    this.mirror = mirror;
    this.movie = movie;
    this.files = files;
    this.broadcast = broadcast;
    this.livePlaylists = livePlaylists;
  }

  /** The sound that is in the video's segments, or null. */
  private @Nullable Track muxed() {
    Track sound = null;
    boolean hasVideo = false;
    for (Track track : movie.tracks()) {
      hasVideo |= track.type() == MediaType.VIDEO;
      sound = sound == null && track.type() == MediaType.AUDIO ? track : sound;
    }
    return hasVideo && movie.scheme() == Scheme.HLS_MUXED ? sound : null;
  }

  /** Writes all files; returns the multivariant playlist. */
  String write() {
    StringBuilder renditions = new StringBuilder();
    StringBuilder variants = new StringBuilder();
    boolean hasVideo = movie.tracks().stream().anyMatch(t -> t.type() == MediaType.VIDEO);
    String audioCodecs = "";
    for (Track track : movie.tracks()) {
      for (Rendition rendition : track.renditions()) {
        String playlist = media(track, rendition);
        if (broadcast == null) {
          files.accept(rendition.id() + ".m3u8", () -> VirtualBytes.of(playlist));
        }
        if (track.type() == MediaType.AUDIO) {
          audioCodecs = "," + rendition.codecs();
        }
      }
    }
    for (int place = 0; place <= movie.mirrors(); place++) {
      String folder = place == 0 ? "" : mirror.apply(place);
      String group = "audio" + place;
      for (Track track : movie.tracks()) {
        for (Rendition rendition : track.renditions()) {
          String url = folder + rendition.id() + ".m3u8";
          if (track.type() == MediaType.AUDIO && muxed() == null) {
            renditions.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"").append(group);
            renditions.append("\",AUTOSELECT=YES,NAME=\"").append(track.id());
            renditions.append("\",LANGUAGE=\"").append(track.language());
            renditions.append("\",URI=\"").append(url).append("\"\n");
          }
          if (track.type() == MediaType.VIDEO) {
            variants.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(rendition.bandwidthBps());
            variants.append(",CODECS=\"").append(rendition.codecs()).append(audioCodecs);
            variants.append("\",RESOLUTION=").append(rendition.height() * 16 / 9).append('x');
            variants.append(rendition.height());
            boolean isAlone = audioCodecs.isEmpty() || muxed() != null;
            variants.append(isAlone ? "" : ",AUDIO=\"" + group + '"');
            variants.append('\n').append(url).append('\n');
          } else if (!hasVideo) {
            variants.append("#EXT-X-STREAM-INF:AUDIO=\"").append(group).append("\",BANDWIDTH=");
            variants.append(rendition.bandwidthBps());
            variants.append(",CODECS=\"").append(rendition.codecs()).append("\"\n");
            variants.append(url).append('\n');
          }
        }
      }
    }
    return "#EXTM3U\n#EXT-X-VERSION:7\n" + renditions + variants;
  }

  private VirtualBytes body(Track track, SegmentTag tag, @Nullable SegmentTag sound) {
    if (!movie.scheme().isStream()) {
      return tag.toBytes();
    }
    if (track.type() == MediaType.VIDEO) {
      return StreamWriter.stream(tag, sound);
    }
    return track.language().equals("en")
        ? StreamWriter.packed(tag)
        : StreamWriter.stream(null, tag);
  }

  private String media(Track track, Rendition rendition) {
    StringBuilder out = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:");
    out.append(Math.round(track.segmentS())).append("\n#EXT-X-PLAYLIST-TYPE:VOD\n");
    double startS = 0;
    Broadcast live = broadcast;
    LivePlaylist livePlaylist =
        live == null
            ? null
            : new LivePlaylist(
                live, movie.durationS(), track.segmentS(), playlists++ * live.numberStep());
    for (int period = 0; period < movie.periodsS().size(); period++) {
      String folder = "p" + period + "/" + rendition.id() + "/";
      SegmentPlan plan = new SegmentPlan(movie, period, startS, track, rendition);
      out.append(period == 0 ? "" : "#EXT-X-DISCONTINUITY\n");
      boolean isStream = movie.scheme().isStream();
      String map = isStream ? "" : folder + "init.mp4";
      if (!isStream) {
        out.append("#EXT-X-MAP:URI=\"").append(map).append("\"\n");
        files.accept(map, () -> plan.init().toBytes());
      }
      Track sound = track.type() == MediaType.VIDEO ? muxed() : null;
      SegmentPlan soundPlan =
          sound == null
              ? null
              : new SegmentPlan(
                  movie,
                  period,
                  startS,
                  sound.withSegments(track.segmentS()),
                  sound.renditions().get(0));
      for (SegmentPlan.Planned planned : plan.segments()) {
        int position = planned.tag().position();
        String name = folder + (position + 1) + (isStream ? ".bin" : ".m4s");
        double durationS = planned.nominalEndS() - planned.nominalStartS();
        out.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n%s\n", durationS, name));
        SegmentTag soundTag =
            soundPlan == null || position >= soundPlan.segments().size()
                ? null
                : soundPlan.segments().get(position).tag();
        files.accept(name, () -> body(track, planned.tag(), soundTag));
        if (livePlaylist != null) {
          livePlaylist.add(
              new LivePlaylist.Entry(
                  startS + planned.nominalStartS(),
                  startS + planned.nominalEndS(),
                  period,
                  map,
                  name));
        }
      }
      startS += movie.periodsS().get(period);
    }
    if (livePlaylist != null) {
      livePlaylists.accept(rendition.id() + ".m3u8", livePlaylist);
    }
    return out.append("#EXT-X-ENDLIST\n").toString();
  }
}
