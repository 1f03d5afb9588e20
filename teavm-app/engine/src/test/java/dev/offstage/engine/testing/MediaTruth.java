package dev.offstage.engine.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads from media itself when it starts, in a way of its own: by searching for the fields. */
public final class MediaTruth {
  private final boolean webm;
  private final double timescale;

  /**
   * @param init an init segment
   */
  public MediaTruth(byte[] init) {
    webm = init[0] == 0x1A;
    // mdhd: version, flags, two times, then the timescale (ISO/IEC 14496-12, section 8.4.2).
    int mdhd = webm ? -1 : find(init, "mdhd");
    timescale = webm ? 1000 : ByteBuffer.wrap(init).getInt(mdhd + (init[mdhd + 4] == 1 ? 24 : 16));
  }

  /** The media time at which a segment starts, in seconds. */
  public double startS(byte[] segment) {
    ByteBuffer data = ByteBuffer.wrap(segment);
    if (webm) {
      assertEquals(0x1F43B675, data.getInt(0), "the ID of a Cluster");
      // The Timestamp element opens the cluster: E7, a length of 1 to 8, the number.
      int at = 4 + Integer.numberOfLeadingZeros(segment[4] & 0xFF) - 23;
      assertEquals((byte) 0xE7, segment[at]);
      double time = 0;
      for (int i = 0; i < (segment[at + 1] & 0x7F); i++) {
        time = time * 256 + (segment[at + 2 + i] & 0xFF);
      }
      return time / timescale;
    }
    String first = new String(segment, 4, 4, StandardCharsets.ISO_8859_1);
    if (!first.equals("moof")) {
      assertEquals("styp", first);
    }
    int tfdt = find(segment, "tfdt");
    double ticks = segment[tfdt + 4] == 1 ? data.getLong(tfdt + 8) : data.getInt(tfdt + 8);
    return ticks / timescale;
  }

  /** Where a four-letter type stands. */
  private static int find(byte[] data, String type) {
    for (int i = 0; i + 4 <= data.length; i++) {
      if (data[i] == type.charAt(0)
          && data[i + 1] == type.charAt(1)
          && data[i + 2] == type.charAt(2)
          && data[i + 3] == type.charAt(3)) {
        return i;
      }
    }
    throw new AssertionError("no " + type);
  }
}
