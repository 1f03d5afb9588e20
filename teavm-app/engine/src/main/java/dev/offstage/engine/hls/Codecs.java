package dev.offstage.engine.hls;

import org.jspecify.annotations.Nullable;

/** Sorts a list of codecs (RFC 6381) into what is seen and what is heard. */
final class Codecs {
  private static final String[] VIDEO = {
    "avc", "hvc", "hev", "vp8", "vp9", "vp08", "vp09", "av01", "dvh", "dva", "vvc", "vvi"
  };
  private static final String[] AUDIO = {
    "mp4a", "opus", "Opus", "flac", "fLaC", "ac-3", "ec-3", "ac-4", "alac", "mp3", "dts"
  };

  private Codecs() {}

  /** Those of video, by commas, or null. */
  static @Nullable String video(@Nullable String codecs) {
    return those(codecs, VIDEO);
  }

  /** Those of audio, by commas, or null. */
  static @Nullable String audio(@Nullable String codecs) {
    return those(codecs, AUDIO);
  }

  /** The first of a list, without its profile. */
  static String family(String codecs) {
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
