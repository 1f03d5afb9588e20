package dev.offstage.engine.media;

/**
 * A range of bytes of a resource, as an HTTP {@code Range} header has it (RFC 9110, section
 * 14.1.2).
 *
 * @param first the first byte, an integer from 0 to 2^53
 * @param last the last byte, inclusive; {@link #OPEN_END} for all that follows
 */
public record ByteRange(double first, double last) {
  /** The {@code last} of a range without an end. */
  public static final double OPEN_END = Double.POSITIVE_INFINITY;

  public ByteRange {
    if (!(first >= 0 && last >= first)) {
      throw new IllegalArgumentException("byte range that ends before it starts");
    }
  }

  /** How many bytes; infinite for an open end. */
  public double lengthBytes() {
    return last - first + 1;
  }
}
