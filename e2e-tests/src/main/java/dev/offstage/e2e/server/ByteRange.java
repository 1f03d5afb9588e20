package dev.offstage.e2e.server;

import org.jspecify.annotations.Nullable;

/**
 * A range of a representation, both ends inclusive (RFC 9110, section 14). Only single ranges are
 * known; a list of ranges is ignored, as a server may.
 */
record ByteRange(long first, long last) {
  /** The marker for a range that lies outside the representation: answer 416. */
  static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1);

  long length() {
    return last - first + 1;
  }

  /**
   * @param header the Range header, or null
   * @param size the representation's size in bytes
   * @return null if the whole representation is to be sent
   */
  static @Nullable ByteRange parse(@Nullable String header, long size) {
    if (header == null || !header.startsWith("bytes=") || header.indexOf(',') >= 0) {
      return null;
    }
    String spec = header.substring("bytes=".length()).trim();
    int dash = spec.indexOf('-');
    if (dash < 0) {
      return null;
    }
    try {
      if (dash == 0) {
        long suffix = Long.parseLong(spec.substring(1));
        return suffix == 0 || size == 0
            ? UNSATISFIABLE
            : new ByteRange(Math.max(0, size - suffix), size - 1);
      }
      long first = Long.parseLong(spec.substring(0, dash));
      long last = dash == spec.length() - 1 ? size - 1 : Long.parseLong(spec.substring(dash + 1));
      if (first > last && dash != spec.length() - 1) {
        return null;
      }
      return first >= size ? UNSATISFIABLE : new ByteRange(first, Math.min(last, size - 1));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
