package dev.offstage.engine.mp4;

import dev.offstage.engine.util.ByteWriter;

/** Writes boxes within boxes (ISO/IEC 14496-12, section 4.2). */
final class BoxWriter {
  private static final int MAX_DEPTH = 16;

  private final ByteWriter out;
  private final int[] open = new int[MAX_DEPTH];
  private int depth;

  BoxWriter(ByteWriter out) {
    this.out = out;
  }

  /** Opens a box; what is written from now on is its body. */
  ByteWriter begin(String type) {
    open[depth++] = out.size();
    return out.u32(0).ascii(type);
  }

  /** Opens a box with a version and flags. */
  ByteWriter beginFull(String type, int version, int flags) {
    return begin(type).u32(version << 24 | flags);
  }

  /** Closes the box that was opened last. */
  void end() {
    int start = open[--depth];
    out.putU32(start, out.size() - start);
  }
}
