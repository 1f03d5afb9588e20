package dev.offstage.engine.webm;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What the start of a WebM file says of the rest (RFC 9559, sections 5.1 and 5.1.2).
 *
 * @param segmentStart the byte that cluster positions count from
 * @param segmentEnd behind the last byte, infinite where that is unknown
 * @param ticksPerSecond of timestamps
 * @param durationTicks of the whole file, or NaN
 */
record WebmHeader(
    double segmentStart, double segmentEnd, double ticksPerSecond, double durationTicks) {
  static final int EBML = 0x1A45DFA3;
  static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549A966;
  private static final int TIMESTAMP_SCALE = 0x2AD7B1;
  private static final int DURATION = 0x4489;
  private static final double NANOSECONDS = 1e9;
  private static final double DEFAULT_SCALE = 1e6;

  /**
   * @param data starts with the EBML header and holds {@code Info}
   * @param fileOffset where in the file the data begins
   * @throws ParserException if it is no WebM
   */
  static WebmHeader read(byte[] data, double fileOffset) {
    Ebml head = Ebml.read(data, 0, data.length);
    boolean sound = head != null && head.id() == EBML && head.end() < data.length;
    Ebml segment = head == null || !sound ? null : Ebml.read(data, (int) head.end(), data.length);
    if (segment == null || segment.id() != SEGMENT) {
      throw ParserException.malformed("no WebM header", "byte " + Numbers.print(fileOffset));
    }
    double scale = DEFAULT_SCALE;
    double duration = Double.NaN;
    Ebml info = child(data, segment.bodyStart(), INFO);
    if (info != null) {
      int end = (int) Math.min(info.end(), data.length);
      Ebml child = Ebml.read(data, info.bodyStart(), end);
      while (child != null) {
        if (child.id() == TIMESTAMP_SCALE) {
          scale = child.unsigned(data);
        } else if (child.id() == DURATION) {
          duration = child.number(data);
        }
        child = child.end() < end ? Ebml.read(data, (int) child.end(), end) : null;
      }
    }
    if (!(scale > 0)) {
      throw ParserException.malformed("TimestampScale", "byte " + Numbers.print(fileOffset));
    }
    return new WebmHeader(
        fileOffset + segment.bodyStart(),
        fileOffset + segment.end(),
        NANOSECONDS / scale,
        duration);
  }

  /** An element of the segment; null where the data does not reach so far. */
  static @Nullable Ebml find(byte[] data, int id) {
    Ebml head = Ebml.read(data, 0, data.length);
    Ebml segment =
        head == null || head.end() >= data.length
            ? null
            : Ebml.read(data, (int) head.end(), data.length);
    return segment == null ? null : child(data, segment.bodyStart(), id);
  }

  private static @Nullable Ebml child(byte[] data, int from, int id) {
    Ebml child = Ebml.read(data, from, data.length);
    while (child != null && child.id() != id) {
      child = child.end() < data.length ? Ebml.read(data, (int) child.end(), data.length) : null;
    }
    return child;
  }
}
