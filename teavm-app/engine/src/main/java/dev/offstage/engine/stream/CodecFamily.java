package dev.offstage.engine.stream;

import dev.offstage.engine.codec.Codecs;
import dev.offstage.engine.presentation.Format;
import org.jspecify.annotations.Nullable;

/**
 * What a SourceBuffer can take without {@code changeType}: one container, and a codec per track.
 */
public final class CodecFamily {
  private static final String CODECS = "; codecs=\"";

  private CodecFamily() {}

  /**
   * The container and the codecs without their profiles, such as {@code video/mp4 avc1}. {@code
   * avc1} and {@code avc3}, {@code hvc1} and {@code hev1} differ only in where parameter sets lie
   * and count as one.
   */
  public static String of(Format format) {
    return of(format.mimeType(), format.codecs());
  }

  /** The same of a type that {@link Format#contentType} makes. */
  static String of(String contentType) {
    int at = contentType.indexOf(CODECS);
    return at < 0
        ? contentType
        : of(
            contentType.substring(0, at),
            contentType.substring(at + CODECS.length(), contentType.length() - 1));
  }

  private static String of(String mimeType, @Nullable String codecs) {
    StringBuilder family = new StringBuilder(mimeType);
    int from = 0;
    while (codecs != null && from < codecs.length()) {
      int comma = codecs.indexOf(',', from);
      int to = comma < 0 ? codecs.length() : comma;
      family.append(from == 0 ? ' ' : ',').append(codec(codecs.substring(from, to).trim()));
      from = to + 1;
    }
    return family.toString();
  }

  private static String codec(String codec) {
    if (Codecs.isMp3(codec)) {
      return "mp3";
    }
    String family = Codecs.family(codec);
    return switch (family) {
      case "avc3" -> "avc1";
      case "hev1" -> "hvc1";
      case "vp9" -> "vp09";
      case "Opus" -> "opus";
      case "fLaC" -> "flac";
      default -> family;
    };
  }
}
