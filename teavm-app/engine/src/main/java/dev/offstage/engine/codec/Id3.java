package dev.offstage.engine.codec;

import dev.offstage.engine.util.Utf8;
import java.util.ArrayList;
import java.util.List;

/** ID3 tags of version 2.3 and 2.4. */
public final class Id3 {
  /** The owner of the frame that says when packed audio starts (RFC 8216, section 3.4). */
  public static final String TIMESTAMP_OWNER = "com.apple.streaming.transportStreamTimestamp";

  private static final int HEADER_BYTES = 10;
  private static final int FRAME_HEADER_BYTES = 10;
  private static final int FOOTER_FLAG = 0x10;
  private static final int EXTENDED_FLAG = 0x40;
  private static final int UNSYNCHRONISED_FLAG = 0x80;

  private Id3() {}

  /** Whether a tag may begin at {@code at}: as far as the data goes, it does. */
  public static boolean mayStart(byte[] data, int at, int to) {
    String mark = "ID3";
    for (int i = 0; i < mark.length() && at + i < to; i++) {
      if (data[at + i] != mark.charAt(i)) {
        return false;
      }
    }
    return at < to;
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
    return HEADER_BYTES + synchsafe(data, at + 6) + footer;
  }

  /**
   * Reads the frames of a tag.
   *
   * @param data holds it
   * @param at where it begins
   * @param to behind its last byte
   * @return what can be read; empty for other versions
   */
  public static List<Id3Frame> read(byte[] data, int at, int to) {
    List<Id3Frame> frames = new ArrayList<>();
    if (size(data, at, to) <= 0) {
      return frames;
    }
    int version = data[at + 3];
    int flags = data[at + 5];
    if (version != 3 && version != 4) {
      return frames;
    }
    byte[] body = copy(data, at + HEADER_BYTES, Math.min(to, tagEnd(data, at)));
    if (version == 3 && (flags & UNSYNCHRONISED_FLAG) != 0) {
      body = synchronise(body);
    }
    int next = 0;
    if ((flags & EXTENDED_FLAG) != 0 && body.length >= 4) {
      next = version == 4 ? synchsafe(body, 0) : 4 + size32(body, 0);
    }
    while (next >= 0 && body.length - next > FRAME_HEADER_BYTES && body[next] != 0) {
      int size = version == 4 ? synchsafe(body, next + 4) : size32(body, next + 4);
      int start = next + FRAME_HEADER_BYTES;
      if (size < 0 || size > body.length - start) {
        break;
      }
      int frameFlags = body[next + 9];
      byte[] content = copy(body, start, start + size);
      if (version == 4) {
        // A length that says how long the data is when it is unpacked stands before it.
        if ((frameFlags & 1) != 0 && content.length >= 4) {
          content = copy(content, 4, content.length);
        }
        if ((frameFlags & 2) != 0 || (flags & UNSYNCHRONISED_FLAG) != 0) {
          content = synchronise(content);
        }
      }
      boolean isPlain = (frameFlags & (version == 4 ? 0x0C : 0xC0)) == 0;
      if (isPlain) {
        frames.add(frame(latin(body, next, next + 4), content));
      }
      next = start + size;
    }
    return frames;
  }

  /**
   * When packed audio starts, by the tag before it.
   *
   * @return on the 90 kHz clock, from 0 to 2^33 - 1; NaN if no frame says so
   */
  public static double timestamp(List<Id3Frame> frames) {
    for (Id3Frame frame : frames) {
      if (frame.id().equals("PRIV")
          && frame.description().equals(TIMESTAMP_OWNER)
          && frame.data().length == 8) {
        byte[] data = frame.data();
        double ticks = data[3] & 1;
        for (int i = 4; i < 8; i++) {
          ticks = ticks * 256 + (data[i] & 0xFF);
        }
        return ticks;
      }
    }
    return Double.NaN;
  }

  private static Id3Frame frame(String id, byte[] content) {
    char kind = id.charAt(0);
    int size = content.length;
    if (id.equals("PRIV") || id.equals("UFID")) {
      int end = zero(content, 0, 1);
      byte[] data = copy(content, Math.min(size, end + 1), size);
      return new Id3Frame(id, latin(content, 0, end), "", data);
    }
    if (kind == 'T' && size > 0) {
      int encoding = content[0];
      int start = 1;
      String description = "";
      if (id.equals("TXXX")) {
        int wide = isWide(encoding) ? 2 : 1;
        int end = zero(content, 1, wide);
        description = text(content, 1, end, encoding);
        start = Math.min(size, end + wide);
      }
      int wide = isWide(encoding) ? 2 : 1;
      String text = text(content, start, zero(content, start, wide), encoding);
      return new Id3Frame(id, description, text, new byte[0]);
    }
    if (id.equals("WXXX") && size > 0) {
      int wide = isWide(content[0]) ? 2 : 1;
      int end = zero(content, 1, wide);
      int start = Math.min(size, end + wide);
      String link = latin(content, start, zero(content, start, 1));
      return new Id3Frame(id, text(content, 1, end, content[0]), link, new byte[0]);
    }
    if (kind == 'W') {
      return new Id3Frame(id, "", latin(content, 0, zero(content, 0, 1)), new byte[0]);
    }
    return new Id3Frame(id, "", "", content);
  }

  private static int tagEnd(byte[] data, int at) {
    return at + HEADER_BYTES + synchsafe(data, at + 6);
  }

  private static int synchsafe(byte[] data, int at) {
    return (data[at] & 0x7F) << 21
        | (data[at + 1] & 0x7F) << 14
        | (data[at + 2] & 0x7F) << 7
        | data[at + 3] & 0x7F;
  }

  /** 32 bits; negative if beyond what could be. */
  private static int size32(byte[] data, int at) {
    int high = (data[at] & 0xFF) << 24 | (data[at + 1] & 0xFF) << 16;
    int value = high | (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
    return value > 0x0FFFFFFF ? -1 : value;
  }

  /** Takes out the zeros that keep a tag from looking like audio. */
  private static byte[] synchronise(byte[] data) {
    byte[] out = new byte[data.length];
    int length = 0;
    for (int i = 0; i < data.length; i++) {
      out[length++] = data[i];
      if (data[i] == -1 && i + 1 < data.length && data[i + 1] == 0) {
        i++;
      }
    }
    return copy(out, 0, length);
  }

  private static byte[] copy(byte[] data, int from, int to) {
    byte[] part = new byte[Math.max(0, to - from)];
    System.arraycopy(data, Math.min(from, data.length), part, 0, part.length);
    return part;
  }

  /** Where text ends: at a zero of one or two bytes, or with the data. */
  private static int zero(byte[] data, int from, int width) {
    for (int i = from; i + width <= data.length; i += width) {
      if (data[i] == 0 && (width == 1 || data[i + 1] == 0)) {
        return i;
      }
    }
    return data.length;
  }

  private static boolean isWide(int encoding) {
    return encoding == 1 || encoding == 2;
  }

  private static String text(byte[] data, int from, int to, int encoding) {
    if (encoding == 3) {
      return Utf8.decode(data, from, to);
    }
    return isWide(encoding) ? utf16(data, from, to, encoding == 2) : latin(data, from, to);
  }

  private static String utf16(byte[] data, int from, int to, boolean isBigEndian) {
    int at = from;
    boolean big = isBigEndian;
    if (to - at >= 2 && (data[at] & 0xFF) + (data[at + 1] & 0xFF) == 0xFE + 0xFF) {
      big = data[at] == (byte) 0xFE;
      at += 2;
    }
    StringBuilder out = new StringBuilder();
    for (; at + 1 < to; at += 2) {
      int high = data[big ? at : at + 1] & 0xFF;
      int low = data[big ? at + 1 : at] & 0xFF;
      out.append((char) (high << 8 | low));
    }
    return out.toString();
  }

  private static String latin(byte[] data, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append((char) (data[i] & 0xFF));
    }
    return out.toString();
  }
}
