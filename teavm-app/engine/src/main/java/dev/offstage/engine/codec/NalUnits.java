package dev.offstage.engine.codec;

/** NAL units in a byte stream (ITU-T H.264 and H.265, annex B). */
public final class NalUnits {
  private NalUnits() {}

  /**
   * Finds a start code, three bytes {@code 00 00 01}.
   *
   * @param data holds the stream
   * @param from where to begin, at least 0
   * @param to behind the last byte to look at
   * @return where it begins, or -1
   */
  public static int findStartCode(byte[] data, int from, int to) {
    int at = from + 2;
    while (at < to) {
      int value = data[at];
      if (value == 0) {
        at++;
      } else if (value == 1 && data[at - 1] == 0 && data[at - 2] == 0) {
        return at - 2;
      } else {
        // Neither this byte nor the two that follow it can end a start code that is not here.
        at += 3;
      }
    }
    return -1;
  }

  /**
   * The payload of a NAL unit without its emulation prevention bytes (ITU-T H.264, section 7.4.1).
   *
   * @param data holds the NAL unit
   * @param from the first byte of the payload
   * @param to behind its last byte
   * @param limit how many bytes are wanted at most
   * @return a new array
   */
  public static byte[] unescape(byte[] data, int from, int to, int limit) {
    byte[] payload = new byte[Math.min(to - from, limit)];
    int length = 0;
    int zeros = 0;
    for (int at = from; at < to && length < payload.length; at++) {
      byte value = data[at];
      if (zeros >= 2 && value == 3) {
        zeros = 0;
      } else {
        zeros = value == 0 ? zeros + 1 : 0;
        payload[length++] = value;
      }
    }
    if (length == payload.length) {
      return payload;
    }
    byte[] trimmed = new byte[length];
    System.arraycopy(payload, 0, trimmed, 0, length);
    return trimmed;
  }
}
