package dev.offstage.engine.stream;

import dev.offstage.engine.presentation.Format;

/** What a SourceBuffer can take without {@code changeType}: one container and one codec. */
public final class CodecFamily {
  private CodecFamily() {}

  /**
   * The container and the codec without its profile, such as {@code video/mp4 avc1}. {@code avc1}
   * and {@code avc3}, {@code hvc1} and {@code hev1} differ only in where parameter sets lie and
   * count as one.
   */
  public static String of(Format format) {
    String codecs = format.codecs();
    if (codecs == null) {
      return format.mimeType();
    }
    int dot = codecs.indexOf('.');
    String codec = dot < 0 ? codecs : codecs.substring(0, dot);
    String family =
        switch (codec) {
          case "avc3" -> "avc1";
          case "hev1" -> "hvc1";
          case "vp9" -> "vp09";
          default -> codec;
        };
    return format.mimeType() + ' ' + family;
  }
}
