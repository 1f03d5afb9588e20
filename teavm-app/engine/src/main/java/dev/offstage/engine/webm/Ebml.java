package dev.offstage.engine.webm;

import dev.offstage.engine.util.BigEndian;
import org.jspecify.annotations.Nullable;

/**
 * Where an EBML element lies in some data (RFC 8794, section 6). The data may hold less of it than
 * its header promises.
 *
 * @param id with its length marker, as specifications print it
 * @param bodyStart of what follows the header
 * @param end behind the body; infinite where the size is unknown; may lie behind the data
 */
record Ebml(int id, int bodyStart, double end) {
  /**
   * Reads the header of the element at {@code at}.
   *
   * @param limit where the data ends
   * @return null if the data ends within the header, or is none
   */
  static @Nullable Ebml read(byte[] data, int at, int limit) {
    if (at >= limit) {
      return null;
    }
    int idLength = Integer.numberOfLeadingZeros(data[at] & 0xFF) - 23;
    int sizeAt = at + idLength;
    if (idLength > 4 || sizeAt >= limit) {
      return null;
    }
    int sizeLength = Integer.numberOfLeadingZeros(data[sizeAt] & 0xFF) - 23;
    int bodyStart = sizeAt + sizeLength;
    if (sizeLength > 8 || bodyStart > limit) {
      return null;
    }
    int id = 0;
    for (int i = at; i < sizeAt; i++) {
      id = id << 8 | data[i] & 0xFF;
    }
    int mask = 0xFF >> sizeLength;
    double size = data[sizeAt] & mask;
    boolean unknown = size == mask;
    for (int i = sizeAt + 1; i < bodyStart; i++) {
      size = size * 256 + (data[i] & 0xFF);
      unknown &= data[i] == -1;
    }
    return new Ebml(id, bodyStart, unknown ? Double.POSITIVE_INFINITY : bodyStart + size);
  }

  /**
   * The body as an unsigned integer, exact up to 2^53.
   *
   * @return NaN if it is none, or not wholly within the data
   */
  double unsigned(byte[] data) {
    if (!(end <= data.length) || end - bodyStart > 8) {
      return Double.NaN;
    }
    double value = 0;
    for (int i = bodyStart; i < end; i++) {
      value = value * 256 + (data[i] & 0xFF);
    }
    return value;
  }

  /**
   * The body as a floating point number.
   *
   * @return NaN if it is none, or not wholly within the data
   */
  double number(byte[] data) {
    double size = end - bodyStart;
    if (!(end <= data.length) || size != 4 && size != 8) {
      return Double.NaN;
    }
    int high = BigEndian.i32(data, bodyStart);
    if (size == 4) {
      return Float.intBitsToFloat(high);
    }
    // By hand, since longs are slow where this runs.
    int exponent = high >>> 20 & 0x7FF;
    double fraction =
        ((high & 0xFFFFF) * 4294967296.0 + BigEndian.u32(data, bodyStart + 4)) / 4503599627370496.0;
    return exponent == 0 || exponent == 0x7FF || high < 0
        ? Double.NaN
        : (1 + fraction) * Math.pow(2, exponent - 1023);
  }
}
