package dev.offstage.engine.presentation;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.util.Numbers;

/** Gathers the segments that an index in a media file names. */
public final class ByteRangeIndexBuilder {
  private final Address address;
  private final double offsetS;
  private final double periodDurationS;
  private double[] startsS = new double[64];
  private double[] endsS = new double[64];
  private double[] firstBytes = new double[64];
  private double[] lastBytes = new double[64];
  private int count;

  /**
   * @param address of the file
   * @param offsetS the media time at the period's start, in seconds
   * @param periodDurationS infinite where nobody knows
   */
  public ByteRangeIndexBuilder(Address address, double offsetS, double periodDurationS) {
    this.address = address;
    this.offsetS = offsetS;
    this.periodDurationS = periodDurationS;
  }

  /**
   * Adds a segment.
   *
   * @param startTicks media time, an integer
   * @param endTicks media time, an integer
   * @param timescale ticks per second, positive
   * @param firstByte in the file
   * @param lastByte in the file, inclusive; {@link ByteRange#OPEN_END} for all the rest
   * @throws ParserException if it starts before the one before, or numbers are beyond 2^53
   */
  public void add(
      double startTicks, double endTicks, double timescale, double firstByte, double lastByte) {
    double startS = startTicks / timescale - offsetS;
    double endS = endTicks / timescale - offsetS;
    boolean exact = startTicks <= Numbers.MAX_INTEGER && firstByte <= Numbers.MAX_INTEGER;
    if (!exact || !(endS >= startS) || count > 0 && startS < startsS[count - 1]) {
      throw ParserException.malformed("index out of order", "segment " + count);
    }
    if (count == startsS.length) {
      startsS = resized(startsS, 2 * count);
      endsS = resized(endsS, 2 * count);
      firstBytes = resized(firstBytes, 2 * count);
      lastBytes = resized(lastBytes, 2 * count);
    }
    startsS[count] = startS;
    endsS[count] = endS;
    firstBytes[count] = firstByte;
    lastBytes[count] = lastByte;
    count++;
  }

  /** The index of what has been added. The builder is spent. */
  public ByteRangeIndex build() {
    return new ByteRangeIndex(
        address,
        resized(startsS, count),
        resized(endsS, count),
        resized(firstBytes, count),
        resized(lastBytes, count),
        periodDurationS);
  }

  private static double[] resized(double[] column, int size) {
    double[] copy = new double[size];
    System.arraycopy(column, 0, copy, 0, Math.min(size, column.length));
    return copy;
  }
}
