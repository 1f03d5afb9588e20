package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.util.Numbers;

/** Byte ranges as playlists write them: {@code length[@first]} (RFC 8216bis, section 4.4.4.2). */
final class ByteRanges {
  private ByteRanges() {}

  /**
   * Reads a range.
   *
   * @param follows the first byte where the text has none; NaN where it must
   * @param where the line, for errors
   */
  static ByteRange parse(String text, double follows, String where) {
    int at = text.indexOf('@');
    double length = Numbers.integer(at < 0 ? text : text.substring(0, at));
    double first = at < 0 ? follows : Numbers.integer(text.substring(at + 1));
    if (!(length >= 1 && first >= 0 && length <= Numbers.MAX_INTEGER - first)) {
      throw ParserException.malformed("byte range " + text, where);
    }
    return new ByteRange(first, first + length - 1);
  }
}
