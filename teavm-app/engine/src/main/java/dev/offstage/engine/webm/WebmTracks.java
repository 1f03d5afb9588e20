package dev.offstage.engine.webm;

import dev.offstage.engine.codec.Codecs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the codecs of the tracks (RFC 9559, section 5.1.4, and WebM's own registry). */
public final class WebmTracks {
  private static final int TRACKS = 0x1654AE6B;
  private static final int TRACK_ENTRY = 0xAE;
  private static final int CODEC_ID = 0x86;
  private static final int CODEC_PRIVATE = 0x63A2;

  private WebmTracks() {}

  /** Whether the data is the start of a WebM file. */
  public static boolean isWebm(byte[] start) {
    Ebml head = Ebml.read(start, 0, start.length);
    return head != null && head.id() == WebmHeader.EBML;
  }

  /** The codecs as {@code CODECS} would say them (RFC 6381); empty where one is not known. */
  public static List<String> codecs(byte[] init) {
    List<String> codecs = new ArrayList<>();
    Ebml tracks = WebmHeader.find(init, TRACKS);
    int end = tracks == null ? 0 : (int) Math.min(tracks.end(), init.length);
    Ebml entry = tracks == null ? null : Ebml.read(init, tracks.bodyStart(), end);
    while (entry != null) {
      if (entry.id() == TRACK_ENTRY) {
        codecs.add(codec(init, entry));
      }
      entry = next(init, entry, end);
    }
    return codecs;
  }

  private static String codec(byte[] data, Ebml entry) {
    int end = (int) Math.min(entry.end(), data.length);
    StringBuilder id = new StringBuilder();
    Ebml config = null;
    Ebml child = Ebml.read(data, entry.bodyStart(), end);
    while (child != null) {
      if (child.id() == CODEC_ID) {
        for (int i = child.bodyStart(); i < child.end() && i < end; i++) {
          id.append((char) (data[i] & 0x7F));
        }
      } else if (child.id() == CODEC_PRIVATE) {
        config = child;
      }
      child = next(data, child, end);
    }
    return switch (id.toString()) {
      case "V_VP8" -> "vp8";
      case "V_VP9" -> "vp9";
      case "V_AV1" ->
          config == null || config.bodyStart() + 3 > end
              ? ""
              : Codecs.av1(data[config.bodyStart() + 1], data[config.bodyStart() + 2]);
      case "A_OPUS" -> "opus";
      case "A_VORBIS" -> "vorbis";
      default -> "";
    };
  }

  private static @Nullable Ebml next(byte[] data, Ebml before, int end) {
    return before.end() < end ? Ebml.read(data, (int) before.end(), end) : null;
  }
}
