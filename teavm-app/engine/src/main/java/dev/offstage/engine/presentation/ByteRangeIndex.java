package dev.offstage.engine.presentation;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;

/** Segments that are ranges of one file, as parallel columns. */
public final class ByteRangeIndex implements SegmentIndex {
  /**
   * A segment that would start this close to the period's end is a rounding error of the manifest.
   */
  private static final double SLIVER_S = 0.005;

  private final Address address;
  private final double[] startsS;
  private final double[] endsS;
  private final double[] firstBytes;
  private final double[] lastBytes;
  private final int count;

  /**
   * The columns are handed over, one entry for each segment, in order of time.
   *
   * @param address of the file
   * @param startsS when each starts, in seconds of the period
   * @param endsS when each ends
   * @param firstBytes where each starts in the file
   * @param lastBytes its last byte; {@link ByteRange#OPEN_END} for the rest of the file
   * @param periodDurationS infinite where nobody knows; segments behind it are left out, and the
   *     one across it ends there
   */
  public ByteRangeIndex(
      Address address,
      double[] startsS,
      double[] endsS,
      double[] firstBytes,
      double[] lastBytes,
      double periodDurationS) {
    this.address = address;
    this.startsS = startsS;
    this.endsS = endsS;
    this.firstBytes = firstBytes;
    this.lastBytes = lastBytes;
    int kept = startsS.length;
    while (kept > 0 && startsS[kept - 1] >= periodDurationS - SLIVER_S) {
      kept--;
    }
    count = kept;
    if (kept > 0) {
      endsS[kept - 1] = Math.min(endsS[kept - 1], periodDurationS);
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int positionAt(double timeS) {
    if (count == 0 || timeS >= endsS[count - 1]) {
      return count;
    }
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (startsS[middle] <= timeS) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public Segment segment(int position) {
    if (position < 0 || position >= count) {
      throw new IndexOutOfBoundsException("segment " + position + " of " + count);
    }
    return new Segment(
        firstBytes[position],
        startsS[position],
        endsS[position],
        address,
        new ByteRange(firstBytes[position], lastBytes[position]));
  }
}
