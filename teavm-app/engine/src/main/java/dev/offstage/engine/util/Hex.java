package dev.offstage.engine.util;

/**
 * Hexadecimal digits, of ASCII alone. The JDK's own methods know those of every script: once
 * compiled, their tables weigh more than a parser.
 */
public final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  /** The value of a digit, of either case, or -1. */
  public static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** The byte that the two digits at {@code at} stand for, or -1 where there are none. */
  public static int byteAt(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = digit(text.charAt(at));
    int low = digit(text.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Two digits, in lower case. */
  public static String ofByte(int value) {
    return "" + DIGITS.charAt(value >> 4 & 0xF) + DIGITS.charAt(value & 0xF);
  }

  /**
   * An unsigned number in as many digits as it takes, in upper case as HEVC's codec strings are.
   */
  public static String shortest(int value) {
    int shift = 28;
    while (shift > 0 && value >>> shift == 0) {
      shift -= 4;
    }
    StringBuilder digits = new StringBuilder();
    for (; shift >= 0; shift -= 4) {
      char digit = DIGITS.charAt(value >>> shift & 0xF);
      digits.append(digit >= 'a' ? (char) (digit & ~0x20) : digit);
    }
    return digits.toString();
  }
}
