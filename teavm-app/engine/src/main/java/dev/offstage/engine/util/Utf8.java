package dev.offstage.engine.util;

/** UTF-8 by hand: the JDK's charsets weigh too much once compiled. */
public final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * Reads text as browsers do: what is no UTF-8 becomes U+FFFD.
   *
   * @param data the bytes
   * @param from the first one
   * @param to behind the last one
   */
  public static String decode(byte[] data, int from, int to) {
    char[] chars = new char[to - from];
    int length = 0;
    int at = from;
    while (at < to) {
      int lead = data[at++];
      if (lead >= 0) {
        chars[length++] = (char) lead;
        continue;
      }
      lead &= 0xFF;
      int more = lead < 0xC2 || lead > 0xF4 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
      int code = more < 0 ? 0 : lead & (0x3F >> more);
      int left = more;
      while (left > 0
          && at < to
          && (data[at] & 0xC0) == 0x80
          && isPossible(lead, data[at], left == more)) {
        code = code << 6 | data[at++] & 0x3F;
        left--;
      }
      if (left != 0) {
        chars[length++] = REPLACEMENT;
      } else if (code < 0x10000) {
        chars[length++] = (char) code;
      } else {
        chars[length++] = (char) (0xD7C0 + (code >> 10));
        chars[length++] = (char) (0xDC00 + (code & 0x3FF));
      }
    }
    return new String(chars, 0, length);
  }

  /** Whether the second byte avoids overlong forms, surrogates and codes beyond U+10FFFF. */
  private static boolean isPossible(int lead, byte second, boolean isSecond) {
    if (!isSecond) {
      return true;
    }
    int value = second & 0xFF;
    return switch (lead) {
      case 0xE0 -> value >= 0xA0;
      case 0xED -> value < 0xA0;
      case 0xF0 -> value >= 0x90;
      case 0xF4 -> value < 0x90;
      default -> true;
    };
  }

  /**
   * Writes one code point.
   *
   * @param code from 0 to 0x10FFFF
   * @param out room for 4 bytes from {@code at}
   * @return behind the last byte written
   */
  public static int encode(int code, byte[] out, int at) {
    int next = at;
    if (code < 0x80) {
      out[next++] = (byte) code;
      return next;
    }
    if (code < 0x800) {
      out[next++] = (byte) (0xC0 | code >> 6);
    } else {
      if (code < 0x10000) {
        out[next++] = (byte) (0xE0 | code >> 12);
      } else {
        out[next++] = (byte) (0xF0 | code >> 18);
        out[next++] = (byte) (0x80 | code >> 12 & 0x3F);
      }
      out[next++] = (byte) (0x80 | code >> 6 & 0x3F);
    }
    out[next++] = (byte) (0x80 | code & 0x3F);
    return next;
  }
}
