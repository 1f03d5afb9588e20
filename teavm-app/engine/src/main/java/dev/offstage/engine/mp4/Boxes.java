package dev.offstage.engine.mp4;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.BigEndian;

/** Walks over boxes and the boxes within them. What does not fit in its surroundings is cut off. */
final class Boxes {
  static final int MOOV = 0x6D6F6F76;
  static final int TRAK = 0x7472616B;
  static final int TKHD = 0x746B6864;
  static final int MDIA = 0x6D646961;
  static final int MDHD = 0x6D646864;
  static final int MINF = 0x6D696E66;
  static final int STBL = 0x7374626C;
  static final int STSD = 0x73747364;
  static final int TRAF = 0x74726166;
  static final int TFHD = 0x74666864;
  static final int TFDT = 0x74666474;
  static final int TRUN = 0x7472756E;

  private Boxes() {}

  /** A cursor in front of the first box of a range. */
  static Cursor in(byte[] data, int from, int to) {
    return new Cursor(data, from, to);
  }

  /** Stands at a box. */
  static final class Cursor {
    private final byte[] data;
    private final int to;
    private int next;
    private int bodyStart;
    private int end;
    private int type;
    private boolean whole;

    private Cursor(byte[] data, int from, int to) {
      this.data = data;
      this.next = Math.min(from, to);
      this.to = to;
    }

    /** Goes to the next box; false where there is none that begins as one. */
    boolean next() {
      Box box;
      try {
        box = next < to ? Box.read(data, next) : null;
      } catch (ParserException e) {
        box = null;
      }
      if (box == null || box.bodyStart() > to) {
        next = to;
        return false;
      }
      type = box.type();
      bodyStart = box.bodyStart();
      whole = box.end() <= to;
      end = (int) Math.min(to, box.end());
      next = end;
      return true;
    }

    int type() {
      return type;
    }

    /** Whether all of the box is there. */
    boolean isWhole() {
      return whole;
    }

    /** The boxes in this one, behind some bytes of its own. */
    Cursor children(int skippedBytes) {
      return new Cursor(data, bodyStart + skippedBytes, end);
    }

    /** Of a full box (ISO/IEC 14496-12, section 4.2). */
    int version() {
      return u8(0);
    }

    /** A byte of the body; -1 behind its end. */
    int u8(int at) {
      return bodyStart + at < end ? data[bodyStart + at] & 0xFF : -1;
    }

    /** 32 bits of the body; NaN behind its end. */
    double u32(int at) {
      return bodyStart + at + 4 <= end ? BigEndian.u32(data, bodyStart + at) : Double.NaN;
    }

    /** 64 bits of the body; NaN behind its end. */
    double u64(int at) {
      return bodyStart + at + 8 <= end ? BigEndian.u64(data, bodyStart + at) : Double.NaN;
    }

    int bodyBytes() {
      return end - bodyStart;
    }
  }
}
