package dev.offstage.engine.mp4;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.BigEndian;
import org.jspecify.annotations.Nullable;

/**
 * Where a box lies in some data (ISO/IEC 14496-12, section 4.2). The data may hold less of it than
 * its header promises.
 *
 * @param type four characters as a number; {@link #UUID} boxes have 16 more bytes of type before
 *     the body
 * @param start of the header
 * @param bodyStart of what follows the header
 * @param end behind the body, infinite if the box lasts to the end of the file; may lie behind the
 *     data
 */
public record Box(int type, int start, int bodyStart, double end) {
  /** {@code sidx}: segment index (section 8.16.3). */
  public static final int SIDX = 0x73696478;

  /** {@code moof}: movie fragment (section 8.8.4). */
  public static final int MOOF = 0x6D6F6F66;

  /** {@code mdat}: media data (section 8.1.1). */
  public static final int MDAT = 0x6D646174;

  /** {@code uuid}: a type of 16 bytes follows. */
  public static final int UUID = 0x75756964;

  /**
   * Reads the header of the box at {@code at}.
   *
   * @param data holds the bytes
   * @param at where the box begins, at most the data's length
   * @return null if the data ends within the header
   * @throws ParserException if the box is shorter than its header
   */
  public static @Nullable Box read(byte[] data, int at) {
    if (data.length - at < 8) {
      return null;
    }
    double size = BigEndian.u32(data, at);
    int type = BigEndian.i32(data, at + 4);
    int header = 8;
    if (size == 1) {
      if (data.length - at < 16) {
        return null;
      }
      size = BigEndian.u64(data, at + 8);
      header = 16;
    } else if (size == 0) {
      size = Double.POSITIVE_INFINITY;
    }
    if (type == UUID) {
      header += 16;
    }
    if (size < header) {
      throw ParserException.malformed("box of " + (int) size + " bytes", "byte " + at);
    }
    return data.length - at < header ? null : new Box(type, at, at + header, at + size);
  }

  /** The type as text, for error messages. */
  public String typeName() {
    StringBuilder name = new StringBuilder();
    for (int shift = 24; shift >= 0; shift -= 8) {
      int c = type >> shift & 0xFF;
      name.append(c > ' ' && c < 0x7F ? (char) c : '?');
    }
    return name.toString();
  }
}
