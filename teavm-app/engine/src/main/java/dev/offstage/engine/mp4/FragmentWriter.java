package dev.offstage.engine.mp4;

import dev.offstage.engine.util.ByteWriter;

/** Writes media segments of one fragment: {@code moof} and {@code mdat} (section 8.8). */
public final class FragmentWriter {
  private static final int BASE_IS_MOOF = 0x20000;
  private static final int HAS_DURATION = 0x8;
  private static final int HAS_FLAGS = 0x20;
  private static final int DATA_OFFSET = 0x1;
  private static final int SAMPLE_DURATION = 0x100;
  private static final int SAMPLE_SIZE = 0x200;
  private static final int SAMPLE_FLAGS = 0x400;
  private static final int SAMPLE_OFFSET = 0x800;

  /** Depends on no other sample (section 8.8.3.1). */
  private static final int KEY = 0x2000000;

  /** Depends on others, and decoding cannot start there. */
  private static final int NOT_KEY = 0x1010000;

  private static final int MDAT_HEADER_BYTES = 8;

  private FragmentWriter() {}

  /**
   * Writes the first samples of a table; they stay in it.
   *
   * @param track the number of the track in its init segment
   * @param sequenceNumber of the fragment, from 1
   * @param samples whose decoding times do not decrease
   * @param count how many to write, at least one
   * @param endTicks when the sample behind them is decoded, or would be
   * @param shiftTicks added to all times, so that none is negative
   * @return a new array
   */
  public static byte[] write(
      int track,
      int sequenceNumber,
      SampleTable samples,
      int count,
      double endTicks,
      double shiftTicks) {
    int[] durations = new int[count];
    boolean sameDuration = true;
    boolean allKeys = true;
    boolean reordered = false;
    int dataBytes = 0;
    for (int i = 0; i < count; i++) {
      double next = i + 1 < count ? samples.decodeTicks(i + 1) : endTicks;
      durations[i] = (int) (next - samples.decodeTicks(i));
      sameDuration &= durations[i] == durations[0];
      allKeys &= samples.isKey(i);
      reordered |= samples.showTicks(i) != samples.decodeTicks(i);
      dataBytes += samples.sizeBytes(i);
    }
    ByteWriter out = new ByteWriter(128 + 16 * count);
    BoxWriter boxes = new BoxWriter(out);
    boxes.begin("moof");
    boxes.beginFull("mfhd", 0, 0).u32(sequenceNumber);
    boxes.end();
    boxes.begin("traf");
    boxes.beginFull("tfhd", 0, BASE_IS_MOOF | (sameDuration ? HAS_DURATION : 0) | HAS_FLAGS);
    out.u32(track);
    if (sameDuration) {
      out.u32(durations[0]);
    }
    out.u32(allKeys ? KEY : NOT_KEY);
    boxes.end();
    boxes.beginFull("tfdt", 1, 0).u64(samples.decodeTicks(0) + shiftTicks);
    boxes.end();
    int flags = DATA_OFFSET | SAMPLE_SIZE;
    flags |= sameDuration ? 0 : SAMPLE_DURATION;
    flags |= allKeys ? 0 : SAMPLE_FLAGS;
    flags |= reordered ? SAMPLE_OFFSET : 0;
    // Version 1, in which composition offsets may be negative.
    boxes.beginFull("trun", 1, flags).u32(count);
    int dataOffsetAt = out.size();
    out.u32(0);
    for (int i = 0; i < count; i++) {
      if (!sameDuration) {
        out.u32(durations[i]);
      }
      out.u32(samples.sizeBytes(i));
      if (!allKeys) {
        out.u32(samples.isKey(i) ? KEY : NOT_KEY);
      }
      if (reordered) {
        out.u32((int) (samples.showTicks(i) - samples.decodeTicks(i)));
      }
    }
    boxes.end();
    boxes.end();
    boxes.end();
    int head = out.size() + MDAT_HEADER_BYTES;
    out.putU32(dataOffsetAt, head);
    out.u32(MDAT_HEADER_BYTES + dataBytes).ascii("mdat");
    byte[] segment = new byte[head + dataBytes];
    System.arraycopy(out.array(), 0, segment, 0, head);
    System.arraycopy(samples.data().array(), 0, segment, head, dataBytes);
    return segment;
  }
}
