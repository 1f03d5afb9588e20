package dev.offstage.engine.mp4;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.BigEndian;
import dev.offstage.engine.util.Numbers;

/**
 * A {@code sidx} box: references to stretches of media, or to further boxes of its kind, one behind
 * the other (ISO/IEC 14496-12, section 8.16.3).
 */
final class Sidx {
  private static final int REFERENCE_BYTES = 12;

  private final byte[] data;
  private final int references;
  private final int count;

  /** Ticks per second, positive. */
  final double timescale;

  /** Media time at which the first reference starts. */
  final double startTicks;

  /** Where in the file the first reference points. */
  final double firstByte;

  /**
   * @param data holds the whole box
   * @param box the box
   * @param fileOffset where in the file the data begins
   * @throws ParserException if the box is malformed
   */
  Sidx(byte[] data, Box box, double fileOffset) {
    this.data = data;
    int at = box.bodyStart();
    int end = (int) box.end();
    int version = end - at < 24 ? -1 : data[at];
    boolean wide = version == 1;
    int fixed = wide ? 32 : 24;
    if (version != 0 && version != 1 || end - at < fixed) {
      throw ParserException.malformed(
          "sidx of version " + version, "byte " + Numbers.print(fileOffset + box.start()));
    }
    timescale = BigEndian.u32(data, at + 8);
    startTicks = wide ? BigEndian.u64(data, at + 12) : BigEndian.u32(data, at + 12);
    double skip = wide ? BigEndian.u64(data, at + 20) : BigEndian.u32(data, at + 16);
    firstByte = fileOffset + box.end() + skip;
    references = at + fixed;
    count = BigEndian.u16(data, references - 2);
    if (timescale == 0
        || startTicks > Numbers.MAX_INTEGER
        || firstByte > Numbers.MAX_INTEGER
        || end - references < count * REFERENCE_BYTES) {
      throw ParserException.malformed("sidx", "byte " + Numbers.print(fileOffset + box.start()));
    }
  }

  /** How many references. */
  int count() {
    return count;
  }

  /** Whether a reference is to another {@code sidx} instead of media. */
  boolean isIndex(int reference) {
    return data[references + reference * REFERENCE_BYTES] < 0;
  }

  /** How many bytes to where the next reference points. */
  double sizeBytes(int reference) {
    return BigEndian.i32(data, references + reference * REFERENCE_BYTES) & 0x7FFFFFFF;
  }

  double durationTicks(int reference) {
    return BigEndian.u32(data, references + reference * REFERENCE_BYTES + 4);
  }
}
