package dev.offstage.engine.net;

import dev.offstage.engine.util.PercentEncoding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands in {@code data:} URLs (RFC 2397). */
final class DataUrls {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private DataUrls() {}

  /** Whether it is one. */
  static boolean is(String url) {
    return url.startsWith("data:");
  }

  /** The bytes; null where it is malformed. */
  static byte @Nullable [] decode(String url) {
    int comma = url.indexOf(',');
    if (comma < 0) {
      return null;
    }
    return url.lastIndexOf(";base64", comma) == comma - 7
        ? base64(url, comma + 1)
        : PercentEncoding.decode(url.substring(comma + 1));
  }

  private static byte @Nullable [] base64(String url, int from) {
    byte[] bytes = new byte[(url.length() - from) * 3 / 4 + 3];
    int size = 0;
    int bits = 0;
    int count = 0;
    for (int i = from; i < url.length() && url.charAt(i) != '='; i++) {
      int value = BASE64.indexOf(url.charAt(i));
      if (value < 0) {
        return null;
      }
      bits = bits << 6 | value;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes[size++] = (byte) (bits >> count);
      }
    }
    return Arrays.copyOf(bytes, size);
  }
}
