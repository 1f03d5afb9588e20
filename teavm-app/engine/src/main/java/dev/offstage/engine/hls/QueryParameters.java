package dev.offstage.engine.hls;

import dev.offstage.engine.util.PercentEncoding;
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
    byte[] bytes = PercentEncoding.decode(url.substring(from, to).replace('+', ' '));
    return Utf8.decode(bytes, 0, bytes.length);
  }
}
