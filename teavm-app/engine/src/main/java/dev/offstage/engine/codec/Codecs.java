package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/** Sorts a list of codecs (RFC 6381) into what is seen and what is heard. */
public final class Codecs {
  private static final String[] VIDEO = {
    "avc", "hvc", "hev", "vp8", "vp9", "vp08", "vp09", "av01", "dvh", "dva", "vvc", "vvi"
  };
  private static final String[] AUDIO = {
    "mp4a", "opus", "Opus", "flac", "fLaC", "ac-3", "ec-3", "ac-4", "alac", "mp3", "dts", "vorbis"
  };

  private Codecs() {}

  /** Those of video, by commas, or null. */
  public static @Nullable String video(@Nullable String codecs) {
    return those(codecs, VIDEO);
  }

  /** Those of audio, by commas, or null. */
  public static @Nullable String audio(@Nullable String codecs) {
    return those(codecs, AUDIO);
  }

  /**
   * Whether the codec is MPEG audio of layer 3, by one of its many names. Browsers take it in MP4
   * or as it is, few of them both.
   */
  public static boolean isMp3(String codec) {
    return switch (codec) {
      case "mp3", "mp4a.40.34", "mp4a.69", "mp4a.6B", "mp4a.6b" -> true;
      default -> false;
    };
  }

  /**
   * The name of AV1 (AV1 Codec ISO Media File Format Binding, section 5).
   *
   * @param second the second byte of the configuration, {@code av1C}
   * @param third the third one
   */
  public static String av1(int second, int third) {
    int profile = second >> 5 & 7;
    int level = second & 31;
    int depth = (third & 0x40) == 0 ? 8 : profile == 2 && (third & 0x20) != 0 ? 12 : 10;
    String tier = (third & 0x80) == 0 ? "M." : "H.";
    return "av01."
        + profile
        + (level < 10 ? ".0" : ".")
        + level
        + tier
        + (depth < 10 ? "0" : "")
        + depth;
  }

  /** Whether the first of a list may lie in WebM. */
  public static boolean isOfWebm(String codecs) {
    return switch (family(codecs)) {
      case "vp8", "vp9", "vp08", "vp09", "av01", "opus", "Opus", "vorbis" -> true;
      default -> false;
    };
  }

  /** The first of a list, whole. */
  public static String first(String codecs) {
    int comma = codecs.indexOf(',');
    return comma < 0 ? codecs : codecs.substring(0, comma);
  }

  /** The first of a list, without its profile. */
  public static String family(String codecs) {
    int end = 0;
    while (end < codecs.length() && codecs.charAt(end) != '.' && codecs.charAt(end) != ',') {
      end++;
    }
    return codecs.substring(0, end);
  }

  private static @Nullable String those(@Nullable String codecs, String[] prefixes) {
    if (codecs == null) {
      return null;
    }
    String found = null;
    int from = 0;
    while (from < codecs.length()) {
      int comma = codecs.indexOf(',', from);
      int to = comma < 0 ? codecs.length() : comma;
      String codec = codecs.substring(from, to).trim();
      for (String prefix : prefixes) {
        if (codec.startsWith(prefix)) {
          found = found == null ? codec : found + ',' + codec;
          break;
        }
      }
      from = to + 1;
    }
    return found;
  }
}
