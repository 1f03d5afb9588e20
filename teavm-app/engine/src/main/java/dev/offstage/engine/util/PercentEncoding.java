package dev.offstage.engine.util;

import java.util.Arrays;

/** Bytes in URLs (RFC 3986, section 2.1). */
public final class PercentEncoding {
  private PercentEncoding() {}

  /** The bytes that a text stands for: escaped ones, and the others in UTF-8. */
  public static byte[] decode(String text) {
    byte[] bytes = new byte[4 * text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escaped = c == '%' && i + 2 < text.length() ? Hex.byteAt(text, i + 1) : -1;
      if (escaped >= 0) {
        bytes[size++] = (byte) escaped;
        i += 2;
      } else {
        size = Utf8.encode(c, bytes, size);
      }
    }
    return Arrays.copyOf(bytes, size);
  }
}
