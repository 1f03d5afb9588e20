package dev.offstage.engine.net;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import org.jspecify.annotations.Nullable;

/** What of an answer was asked for (RFC 9110, section 14). */
final class Ranges {
  static final int PARTIAL_CONTENT = 206;

  private Ranges() {}

  /**
   * The part of a body that was asked for: a server that knows no ranges sends all.
   *
   * @param piece the body, or a piece of it
   * @param pieceFrom where in the body the piece starts
   */
  static Bytes part(@Nullable ByteRange range, int status, Bytes piece, double pieceFrom) {
    if (range == null || status == PARTIAL_CONTENT) {
      return piece;
    }
    double from = Math.max(0, range.first() - pieceFrom);
    double to = Math.min(piece.sizeBytes(), range.last() + 1 - pieceFrom);
    if (from >= to) {
      return Bytes.EMPTY;
    }
    boolean whole = from == 0 && to == piece.sizeBytes();
    return whole ? piece : piece.slice((int) from, (int) to);
  }

  /**
   * By how much an answer is too short for what was asked for; 0 or less if it is not. What is
   * asked for in search of an index may reach beyond the file, as long as it begins within it.
   */
  static double missingBytes(
      RequestKind kind, @Nullable ByteRange range, int status, double gotBytes) {
    if (range == null) {
      return 0;
    }
    double beforeBytes = status == PARTIAL_CONTENT ? 0 : range.first();
    boolean mayEndBefore = kind == RequestKind.INDEX || range.last() == ByteRange.OPEN_END;
    double neededBytes = beforeBytes + (mayEndBefore ? 1 : range.lengthBytes());
    return neededBytes - gotBytes;
  }
}
