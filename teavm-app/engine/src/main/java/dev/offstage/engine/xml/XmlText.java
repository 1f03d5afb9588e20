package dev.offstage.engine.xml;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.Hex;
import dev.offstage.engine.util.Utf8;

/** Text of a document: encodings, references, line ends (XML 1.0, sections 2.11, 3.3.3, 4.1). */
final class XmlText {
  /** White space of any kind becomes a space; references are resolved. */
  static final int ATTRIBUTE = 0;

  /** References are resolved. */
  static final int TEXT = 1;

  /** Nothing but line ends is touched. */
  static final int CDATA = 2;

  private XmlText() {}

  /**
   * The document in UTF-8. An encoding declaration is not looked at: what is neither UTF-8 nor has
   * a byte order mark is ASCII in practice.
   *
   * @return the same array where it is UTF-8 already
   */
  static byte[] toUtf8(byte[] document) {
    int first = document.length < 2 ? 0 : (document[0] & 0xFF) << 8 | document[1] & 0xFF;
    if (first != 0xFEFF && first != 0xFFFE) {
      return document;
    }
    int high = first == 0xFEFF ? 0 : 1;
    byte[] out = new byte[document.length * 3 / 2];
    int length = 0;
    for (int i = 2; i + 1 < document.length; i += 2) {
      int code = (document[i + high] & 0xFF) << 8 | document[i + 1 - high] & 0xFF;
      if (code >= 0xD800 && code < 0xDC00 && i + 3 < document.length) {
        int low = (document[i + 2 + high] & 0xFF) << 8 | document[i + 3 - high] & 0xFF;
        if (low >= 0xDC00 && low < 0xE000) {
          code = 0x10000 + (code - 0xD800 << 10) + (low - 0xDC00);
          i += 2;
        }
      }
      length = Utf8.encode(code, out, length);
    }
    byte[] trimmed = new byte[length];
    System.arraycopy(out, 0, trimmed, 0, length);
    return trimmed;
  }

  /**
   * Reads a stretch of the document.
   *
   * @param mode {@link #ATTRIBUTE}, {@link #TEXT} or {@link #CDATA}
   * @param scanner knows where things are, for error messages
   */
  static String decode(byte[] data, int from, int to, int mode, XmlScanner scanner) {
    int plain = from;
    while (plain < to && !isSpecial(data[plain], mode)) {
      plain++;
    }
    if (plain == to) {
      return Utf8.decode(data, from, to);
    }
    StringBuilder text = new StringBuilder();
    int start = from;
    for (int i = plain; i < to; i++) {
      byte c = data[i];
      if (!isSpecial(c, mode)) {
        continue;
      }
      text.append(Utf8.decode(data, start, i));
      if (c == '&') {
        int end = i + 1;
        while (end < to && data[end] != ';' && end - i < 12) {
          end++;
        }
        String reference = Utf8.decode(data, i + 1, end);
        int code = end < to && data[end] == ';' ? codePoint(reference) : -1;
        if (code < 0) {
          throw ParserException.malformed("unknown reference &" + reference, scanner.where(i));
        }
        text.appendCodePoint(code);
        i = end;
      } else {
        if (c == '\r' && i + 1 < to && data[i + 1] == '\n') {
          i++;
        }
        text.append(mode == ATTRIBUTE ? ' ' : '\n');
      }
      start = i + 1;
    }
    return text.append(Utf8.decode(data, start, to)).toString();
  }

  private static boolean isSpecial(byte c, int mode) {
    return c == '\r' || c == '&' && mode != CDATA || mode == ATTRIBUTE && (c == '\n' || c == '\t');
  }

  /** The character that a reference (without its ampersand and semicolon) means, or -1. */
  private static int codePoint(String reference) {
    if (reference.startsWith("#")) {
      boolean hex = reference.startsWith("#x");
      int radix = hex ? 16 : 10;
      int start = hex ? 2 : 1;
      int code = reference.length() > start ? 0 : -1;
      for (int i = start; i < reference.length(); i++) {
        int digit = Hex.digit(reference.charAt(i));
        if (digit < 0 || digit >= radix || code > 0x10FFFF) {
          return -1;
        }
        code = code * radix + digit;
      }
      return code == 0 || code > 0x10FFFF || code >= 0xD800 && code < 0xE000 ? -1 : code;
    }
    return switch (reference) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> -1;
    };
  }
}
