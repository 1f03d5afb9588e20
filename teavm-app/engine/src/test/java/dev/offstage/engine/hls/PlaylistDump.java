package dev.offstage.engine.hls;

import dev.offstage.engine.presentation.DateRange;
import java.util.Objects;
import java.util.TreeMap;

/** A playlist as text, everything included. */
final class PlaylistDump {
  private PlaylistDump() {}

  static String of(Playlist playlist) {
    StringBuilder out = new StringBuilder();
    out.append(playlist.url()).append('\n');
    if (playlist instanceof MultivariantPlaylist multivariant) {
      dump(multivariant, out);
    } else {
      dump((MediaPlaylist) playlist, out);
    }
    return out.toString();
  }

  private static void dump(MultivariantPlaylist playlist, StringBuilder out) {
    out.append(header(playlist.header()));
    playlist.variants().forEach(variant -> out.append(variant).append('\n'));
    playlist.iFrameVariants().forEach(variant -> out.append("i-frames ").append(variant + "\n"));
    playlist.renditions().forEach(rendition -> out.append(rendition).append('\n'));
    playlist.sessionData().forEach(data -> out.append(data).append('\n'));
    playlist.sessionKeys().forEach(key -> out.append("session ").append(key).append('\n'));
    out.append(playlist.steering()).append('\n');
  }

  private static void dump(MediaPlaylist playlist, StringBuilder out) {
    MediaInfo info = playlist.info();
    out.append(header(playlist.header()));
    out.append("target ").append(info.targetDurationS()).append(" s, type ").append(info.type());
    out.append(", ended ").append(info.ended()).append(", complete ");
    out.append(playlist.isComplete()).append(", i-frames only ").append(info.iFramesOnly());
    out.append(", parts of ").append(info.partTargetS()).append(" s\n");
    out.append(info.serverControl()).append('\n');
    for (int i = 0; i < playlist.count(); i++) {
      out.append((long) playlist.mediaSequence(i)).append(' ');
      out.append(playlist.startS(i)).append('+').append(playlist.durationS(i)).append(" s ");
      out.append(playlist.segmentUrl(i));
      out.append(playlist.range(i) == null ? "" : " " + playlist.range(i));
      out.append(playlist.isGap(i) ? " gap" : "").append('\n');
      out.append("  discontinuity ").append(playlist.discontinuity(i));
      out.append(", date ").append(playlist.programDateTimeMs(i));
      out.append(", bit rate ").append(playlist.bitrateBps(i)).append('\n');
      if (i == 0 || !playlist.keys(i).equals(playlist.keys(i - 1))) {
        out.append("  keys ").append(playlist.keys(i)).append('\n');
      }
      if (i == 0 || !Objects.equals(playlist.map(i), playlist.map(i - 1))) {
        out.append("  map ").append(playlist.map(i)).append('\n');
      }
    }
    info.parts().forEach(part -> out.append(part).append('\n'));
    info.dateRanges()
        .forEach(
            tag ->
                out.append("DateRange[mediaSequence=")
                    .append(tag.mediaSequence())
                    .append(", ")
                    .append(sorted(tag.range()).toString().substring("DateRange[".length()))
                    .append('\n'));
    info.preloadHints().forEach(hint -> out.append(hint).append('\n'));
    info.renditionReports().forEach(report -> out.append(report).append('\n'));
  }

  private static String header(PlaylistHeader header) {
    return "version "
        + header.version()
        + ", independent segments "
        + header.independentSegments()
        + ", start "
        + header.start()
        + '\n';
  }

  /** With its attributes by name, which are in no order of their own. */
  private static DateRange sorted(DateRange range) {
    return new DateRange(
        range.id(),
        range.className(),
        range.startMs(),
        range.endMs(),
        range.durationS(),
        range.plannedDurationS(),
        range.endOnNext(),
        new TreeMap<>(range.attributes()));
  }
}
