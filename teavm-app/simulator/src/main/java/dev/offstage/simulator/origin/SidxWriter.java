package dev.offstage.simulator.origin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes {@code sidx} boxes, version 1 (ISO/IEC 14496-12, section 8.16.3). */
final class SidxWriter {
  private static final int HEAD_BYTES = 40;
  private static final int ENTRY_BYTES = 12;
  private static final int STARTS_WITH_SAP_TYPE_1 = 0x90000000;

  private SidxWriter() {}

  /** How long the box of so many segments is. */
  static int sizeBytes(SegmentPlan plan) {
    return HEAD_BYTES + ENTRY_BYTES * plan.segments().size();
  }

  /** The box for segments that follow it at once. */
  static byte[] write(SegmentPlan plan, int timescale, double mediaStartS) {
    ByteBuffer box = ByteBuffer.allocate(sizeBytes(plan));
    box.putInt(box.capacity()).put("sidx".getBytes(StandardCharsets.US_ASCII));
    box.putInt(1 << 24).putInt(1).putInt(timescale);
    box.putLong(Math.round(mediaStartS * timescale)).putLong(0);
    box.putShort((short) 0).putShort((short) plan.segments().size());
    for (SegmentPlan.Planned planned : plan.segments()) {
      long start = Math.round(planned.nominalStartS() * timescale);
      long end = Math.round(planned.nominalEndS() * timescale);
      box.putInt(planned.tag().sizeBytes());
      box.putInt((int) (end - start)).putInt(STARTS_WITH_SAP_TYPE_1);
    }
    return box.array();
  }
}
