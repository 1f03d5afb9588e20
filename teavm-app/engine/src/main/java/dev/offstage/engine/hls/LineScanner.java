package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.util.Utf8;

/**
 * Walks over the lines of a playlist (RFC 8216bis, section 4.1). Blank lines and comments are
 * passed over, spaces around a line do not count. Only a window of the text is copied out at a
 * time, and {@link #jumpTo} leaves out what need not be read.
 */
final class LineScanner {
  private static final int WINDOW_BYTES = 1 << 15;

  private final Bytes data;
  private byte[] window = new byte[0];

  /** Where the window starts in the data. */
  private int windowAt;

  /** Where the next line starts, in the window. */
  private int next;

  private int start;
  private int end;
  private int line;

  LineScanner(Bytes data) {
    this.data = data;
    if (data.sizeBytes() >= 3) {
      byte[] mark = data.copy(0, 3);
      // A byte order mark should not be there and sometimes is.
      next = mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF ? 3 : 0;
    }
  }

  /** Goes to the next line that is neither blank nor a comment; false if there is none. */
  boolean next() {
    while (readLine()) {
      line++;
      while (start < end && isSpace(window[start])) {
        start++;
      }
      while (end > start && isSpace(window[end - 1])) {
        end--;
      }
      if (start < end && (window[start] != '#' || startsWith("#EXT"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line is a tag; if not, it is a URI. */
  boolean isTag() {
    return window[start] == '#';
  }

  /** Whether the line begins with these characters, all of them ASCII. */
  boolean startsWith(String ascii) {
    int length = ascii.length();
    if (end - start < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (window[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The whole line. */
  String text() {
    return Utf8.decode(window, start, end);
  }

  /** The tag without its {@code #}, up to the colon. */
  String tagName() {
    return Utf8.decode(window, start + 1, colon());
  }

  /** What stands behind the tag's colon; empty where there is none. */
  String value() {
    return Utf8.decode(window, Math.min(end, colon() + 1), end);
  }

  private int colon() {
    int at = start;
    while (at < end && window[at] != ':') {
      at++;
    }
    return at;
  }

  /** Where the line ends in the data. */
  int endOffset() {
    return windowAt + end;
  }

  /** Whether a line ends at this place of the data. */
  boolean isLineEnd(int offset) {
    int size = data.sizeBytes();
    return offset == size
        || offset >= 0 && offset < size && isSpace(data.copy(offset, offset + 1)[0]);
  }

  /** Whether this is the line that ends at this place of the data; all of it ASCII. */
  boolean hasLine(String ascii, int endOffset) {
    int from = endOffset - ascii.length() - 1;
    if (from < 0 || !isLineEnd(endOffset)) {
      return false;
    }
    byte[] there = data.copy(from, endOffset);
    for (int i = 0; i < ascii.length(); i++) {
      if (there[i + 1] != ascii.charAt(i)) {
        return false;
      }
    }
    return isSpace(there[0]);
  }

  private static boolean isSpace(byte b) {
    return b >= 0 && b <= ' ';
  }

  /** Goes on behind this place of the data. Lines left out are not counted. */
  void jumpTo(int offset) {
    window = new byte[0];
    windowAt = offset;
    next = 0;
  }

  /** Where the parser is, for errors. */
  String where() {
    return "line " + line;
  }

  ParserException malformed(String what) {
    return ParserException.malformed(what, where());
  }

  private boolean readLine() {
    int at = next;
    while (true) {
      while (at < window.length && window[at] != '\n') {
        at++;
      }
      int windowEnd = windowAt + window.length;
      if (at < window.length || windowEnd == data.sizeBytes()) {
        start = next;
        end = at;
        next = at + 1;
        return start < window.length;
      }
      int searched = at - next;
      windowAt += next;
      int size = Math.min(data.sizeBytes() - windowAt, Math.max(WINDOW_BYTES, 2 * searched));
      window = data.copy(windowAt, windowAt + size);
      next = 0;
      at = searched;
    }
  }
}
