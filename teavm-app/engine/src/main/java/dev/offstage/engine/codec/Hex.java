package dev.offstage.engine.codec;

/** Numbers as codec strings write them. */
final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  /** Two lower case digits. */
  static String ofByte(int value) {
    return "" + DIGITS.charAt(value >> 4 & 15) + DIGITS.charAt(value & 15);
  }

  /** As many upper case digits as it takes. */
  static String shortest(int value) {
    StringBuilder digits = new StringBuilder();
    int left = value;
    do {
      char digit = DIGITS.charAt(left & 15);
      digits.insert(0, digit >= 'a' ? (char) (digit - 32) : digit);
      left >>>= 4;
    } while (left != 0);
    return digits.toString();
  }
}
