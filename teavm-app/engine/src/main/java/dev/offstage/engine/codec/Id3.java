package dev.offstage.engine.codec;

/**
 * ID3 tags of version 2.3 and 2.4: where they end, and when packed audio behind them starts. What
 * else is in them is for those who asked for it.
 */
public final class Id3 {
  /** The owner of the frame that says when packed audio starts (RFC 8216, section 3.4). */
  public static final String TIMESTAMP_OWNER = "com.apple.streaming.transportStreamTimestamp";

  /** How long a tag is that says nothing else. */
  public static final int TIMESTAMP_TAG_BYTES = 73;

  private static final int HEADER_BYTES = 10;
  private static final int FRAME_HEADER_BYTES = 10;
  private static final int TIMESTAMP_BYTES = 8;
  private static final int FOOTER_FLAG = 0x10;
  private static final int EXTENDED_FLAG = 0x40;

  private Id3() {}

  /** Whether a tag may begin at {@code at}: as far as the data goes, it does. */
  public static boolean mayStart(byte[] data, int at, int to) {
    return at < to && is("ID3", data, at, to);
  }

  /**
   * How long the tag at {@code at} is.
   *
   * @return bytes with header and footer; 0 if there is none; -1 if that takes more data
   */
  public static int size(byte[] data, int at, int to) {
    if (!mayStart(data, at, to)) {
      return 0;
    }
    if (to - at < HEADER_BYTES) {
      return -1;
    }
    for (int i = at + 6; i < at + HEADER_BYTES; i++) {
      if (data[i] < 0) {
        return 0;
      }
    }
    int footer = (data[at + 5] & FOOTER_FLAG) != 0 ? HEADER_BYTES : 0;
    return HEADER_BYTES + number(data, at + 6, 7) + footer;
  }

  /**
   * When packed audio starts, by the tag before it.
   *
   * @param tag all of it
   * @return on the 90 kHz clock, from 0 to 2^33 - 1; NaN if no frame says so
   */
  public static double timestamp(byte[] tag) {
    int bits = tag[3] == 4 ? 7 : 8; // of each byte of a number
    int at = HEADER_BYTES;
    if ((tag[5] & EXTENDED_FLAG) != 0 && tag.length >= at + 4) {
      at += number(tag, at, bits) + (bits == 7 ? 0 : 4);
    }
    while (at >= 0 && at < tag.length - FRAME_HEADER_BYTES && tag[at] != 0) {
      int size = number(tag, at + 4, bits);
      int body = at + FRAME_HEADER_BYTES;
      at = body + size;
      if (size < 0 || at > tag.length || at < body) {
        break;
      }
      int stamp = body + TIMESTAMP_OWNER.length() + 1;
      if (is("PRIV", tag, body - FRAME_HEADER_BYTES, body)
          && at == stamp + TIMESTAMP_BYTES
          && is(TIMESTAMP_OWNER, tag, body, at)) {
        double ticks = tag[stamp + 3] & 1;
        for (int i = stamp + 4; i < at; i++) {
          ticks = ticks * 256 + (tag[i] & 0xFF);
        }
        return ticks;
      }
    }
    return Double.NaN;
  }

  /** Whether the text stands there, as far as the data goes. */
  private static boolean is(String text, byte[] data, int at, int to) {
    for (int i = 0; i < text.length() && at + i < to; i++) {
      if (data[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Four bytes, of each of which the lower bits count. */
  private static int number(byte[] data, int at, int bits) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      value = value << bits | data[i] & (1 << bits) - 1;
    }
    return value;
  }
}
