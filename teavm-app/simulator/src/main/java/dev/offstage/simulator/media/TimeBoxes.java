package dev.offstage.simulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The boxes from which a player learns when a segment starts, and nothing else (ISO/IEC 14496-12,
 * sections 8.2 to 8.4 and 8.8).
 */
final class TimeBoxes {
  private static final int TIMESCALE = 90_000;
  private static final int TRACK_ID = 1;

  private TimeBoxes() {}

  /** {@code moov}: one track and its timescale. */
  static byte[] movie() {
    byte[] tkhd = box("tkhd", ByteBuffer.allocate(84).putInt(12, TRACK_ID).array());
    byte[] mdhd = box("mdhd", ByteBuffer.allocate(24).putInt(12, TIMESCALE).array());
    return box("moov", box("trak", tkhd, box("mdia", mdhd)));
  }

  /** {@code moof}: the decode time of its first sample. */
  static byte[] fragment(double startS) {
    byte[] tfhd = box("tfhd", ByteBuffer.allocate(8).putInt(4, TRACK_ID).array());
    long ticks = Math.round(startS * TIMESCALE);
    byte[] tfdt = box("tfdt", ByteBuffer.allocate(12).put(0, (byte) 1).putLong(4, ticks).array());
    return box("moof", box("traf", tfhd, tfdt));
  }

  private static byte[] box(String type, byte[]... contents) {
    int size = 8;
    for (byte[] content : contents) {
      size += content.length;
    }
    ByteBuffer box = ByteBuffer.allocate(size).putInt(size);
    box.put(type.getBytes(StandardCharsets.US_ASCII));
    for (byte[] content : contents) {
      box.put(content);
    }
    return box.array();
  }
}
