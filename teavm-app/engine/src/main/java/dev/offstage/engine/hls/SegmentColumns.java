package dev.offstage.engine.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments as parallel columns that only ever grow, so that the playlists of a live stream share
 * them: each one is a range of rows, and a reload adds what is new behind the last.
 */
final class SegmentColumns {
  /** On the timeline of the playlist and those before it. */
  double[] startS;

  double[] durationS;

  /** As in the playlist, variables put in. */
  String[] uri;

  /** NaN for a whole resource. */
  double[] firstByte;

  double[] lengthBytes;
  @Nullable MediaMap[] map;
  List<Key>[] keys;

  /** Discontinuity sequence number. */
  int[] discontinuity;

  /**
   * Milliseconds since the Unix epoch, carried on from the tag before; NaN in front of all tags.
   */
  double[] dateMs;

  /** Bits per second; 0 where the playlist does not say. */
  double[] bitrateBps;

  boolean[] gap;

  /** Where its line ended in the text, counted on over all texts; may wrap around. */
  int[] textEnd;

  /** How many rows there are. */
  int count;

  @SuppressWarnings("unchecked")
  SegmentColumns(int capacity) {
    startS = new double[capacity];
    durationS = new double[capacity];
    uri = new String[capacity];
    firstByte = new double[capacity];
    lengthBytes = new double[capacity];
    map = new MediaMap[capacity];
    keys = (List<Key>[]) new List<?>[capacity];
    discontinuity = new int[capacity];
    dateMs = new double[capacity];
    bitrateBps = new double[capacity];
    gap = new boolean[capacity];
    textEnd = new int[capacity];
  }

  boolean isFull() {
    return count == uri.length;
  }

  /** The rows from one to another, with room for more. */
  SegmentColumns copy(int from, int to) {
    int size = to - from;
    SegmentColumns copy = new SegmentColumns(size + Math.max(64, size / 2));
    System.arraycopy(startS, from, copy.startS, 0, size);
    System.arraycopy(durationS, from, copy.durationS, 0, size);
    System.arraycopy(uri, from, copy.uri, 0, size);
    System.arraycopy(firstByte, from, copy.firstByte, 0, size);
    System.arraycopy(lengthBytes, from, copy.lengthBytes, 0, size);
    System.arraycopy(map, from, copy.map, 0, size);
    System.arraycopy(keys, from, copy.keys, 0, size);
    System.arraycopy(discontinuity, from, copy.discontinuity, 0, size);
    System.arraycopy(dateMs, from, copy.dateMs, 0, size);
    System.arraycopy(bitrateBps, from, copy.bitrateBps, 0, size);
    System.arraycopy(gap, from, copy.gap, 0, size);
    System.arraycopy(textEnd, from, copy.textEnd, 0, size);
    copy.count = size;
    return copy;
  }

  /** Whether two rows say the same of their segments. */
  boolean isSame(int row, SegmentColumns other, int otherRow) {
    return uri[row].equals(other.uri[otherRow])
        && durationS[row] == other.durationS[otherRow]
        && discontinuity[row] == other.discontinuity[otherRow]
        && Double.compare(firstByte[row], other.firstByte[otherRow]) == 0
        && Double.compare(lengthBytes[row], other.lengthBytes[otherRow]) == 0
        && MediaMap.areSame(map[row], other.map[otherRow])
        && Key.areSame(keys[row], other.keys[otherRow])
        && gap[row] == other.gap[otherRow];
  }

  /** The end of a segment on the timeline. */
  double endS(int row) {
    return startS[row] + durationS[row];
  }

  /** The last of some rows that starts at or before a moment; the first if none does. */
  int floor(int from, int to, double timeS) {
    int low = from;
    int high = to - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (startS[middle] <= timeS) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
