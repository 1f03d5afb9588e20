package dev.offstage.engine.hls;

import dev.offstage.engine.util.Hex;
import dev.offstage.engine.util.Utf8;
import org.jspecify.annotations.Nullable;

/** Reads the query of a URL as forms write it ({@code application/x-www-form-urlencoded}). */
final class QueryParameters {
  private QueryParameters() {}

  /** The decoded value of the first parameter of this name; null where it is missing or empty. */
  static @Nullable String value(String url, String name) {
    int fragment = url.indexOf('#');
    int end = fragment < 0 ? url.length() : fragment;
    int from = url.indexOf('?') + 1;
    while (from > 0 && from < end) {
      int and = url.indexOf('&', from);
      int to = and < 0 || and > end ? end : and;
      int equals = url.indexOf('=', from);
      if (equals >= 0 && equals + 1 < to && decode(url, from, equals).equals(name)) {
        return decode(url, equals + 1, to);
      }
      from = to + 1;
    }
    return null;
  }

  private static String decode(String url, int from, int to) {
    byte[] bytes = new byte[4 * (to - from)];
    int size = 0;
    for (int i = from; i < to; i++) {
      char c = url.charAt(i);
      int escaped = c == '%' && i + 2 < to ? Hex.byteAt(url, i + 1) : -1;
      if (escaped >= 0) {
        bytes[size++] = (byte) escaped;
        i += 2;
      } else {
        size = Utf8.encode(c == '+' ? ' ' : c, bytes, size);
      }
    }
    return Utf8.decode(bytes, 0, size);
  }
}
