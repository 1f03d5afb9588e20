package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.Numbers;
import java.util.function.Supplier;

/**
 * When the segments of a Representation start and end: runs of equally long segments as parallel
 * columns, so that 10^5 segments are a few numbers. Times in ticks are media time, exact integers;
 * times in seconds count from the start of the period.
 */
final class SegmentTimes {
  /**
   * A segment that would start this close to the period's end is a rounding error of the manifest
   * and most likely does not exist.
   */
  private static final double SLIVER_S = 0.005;

  private final double timescale;
  private final double offsetTicks;
  private final double periodDurationS;
  private final double[] startTicks;
  private final double[] durationTicks;

  /** The position of each run's first segment; one more entry holds the count. */
  private final int[] positions;

  private final int runs;
  private final int count;

  /**
   * @param unit what a tick is and which one the period starts at
   * @param startTicks of each run, rising; handed over
   * @param durationTicks of each segment of the run, positive; handed over
   * @param repeats how many segments the run has, positive
   * @param runs how many entries of the columns count
   * @param where for error messages
   */
  SegmentTimes(
      TimeUnit unit,
      double[] startTicks,
      double[] durationTicks,
      double[] repeats,
      int runs,
      Supplier<String> where) {
    timescale = unit.timescale();
    offsetTicks = unit.offsetTicks();
    periodDurationS = unit.periodDurationS();
    this.startTicks = startTicks;
    this.durationTicks = durationTicks;
    positions = new int[runs + 1];
    int kept = 0;
    double total = 0;
    // Segments from the period's end on are not part of the period.
    while (kept < runs && seconds(startTicks[kept]) < periodDurationS - SLIVER_S) {
      double segments = repeats[kept];
      if (!Double.isInfinite(periodDurationS)) {
        double leftTicks =
            (periodDurationS - SLIVER_S) * timescale + offsetTicks - startTicks[kept];
        segments = Math.min(segments, Math.max(1, Math.ceil(leftTicks / durationTicks[kept])));
      }
      total += segments;
      double lastStart = startTicks[kept] + ticks(segments - 1, kept);
      if (total > Integer.MAX_VALUE || lastStart > Numbers.MAX_INTEGER) {
        throw ParserException.malformed("too many segments", where.get());
      }
      kept++;
      positions[kept] = (int) total;
    }
    this.runs = kept;
    count = (int) total;
  }

  private SegmentTimes(SegmentTimes all, int count) {
    timescale = all.timescale;
    offsetTicks = all.offsetTicks;
    periodDurationS = all.periodDurationS;
    startTicks = all.startTicks;
    durationTicks = all.durationTicks;
    positions = all.positions;
    runs = all.runs;
    this.count = count;
  }

  /** The first ones, at most {@code limit}. */
  SegmentTimes first(double limit) {
    return limit < count ? new SegmentTimes(this, (int) Math.max(0, limit)) : this;
  }

  /** How many segments. */
  int count() {
    return count;
  }

  /** As {@link dev.offstage.engine.presentation.SegmentIndex#positionAt}. */
  int positionAt(double timeS) {
    if (count == 0 || timeS >= endS(count - 1)) {
      return count;
    }
    int low = 0;
    int high = runs - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (seconds(startTicks[middle]) <= timeS) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int first = positions[low];
    int last = positions[low + 1] - 1;
    double steps = (timeS - seconds(startTicks[low])) * timescale / durationTicks[low];
    int position = first + (int) Math.max(0, Math.min(last - first, Math.floor(steps)));
    // The division may be off by one where timeS is the very start of a segment.
    if (position < last && startS(position + 1) <= timeS) {
      position++;
    } else if (position > first && startS(position) > timeS) {
      position--;
    }
    return Math.min(position, count - 1);
  }

  /** The media time at which a segment starts. */
  double startTicks(int position) {
    int run = runOf(position);
    return startTicks[run] + ticks(position - positions[run], run);
  }

  double startS(int position) {
    return seconds(startTicks(position));
  }

  /** Where it ends; the period's end cuts it off. */
  double endS(int position) {
    return Math.min(
        periodDurationS, seconds(startTicks(position) + durationTicks[runOf(position)]));
  }

  /** How long some segments of a run last; the only one of a run may last without end. */
  private double ticks(double segments, int run) {
    return segments == 0 ? 0 : segments * durationTicks[run];
  }

  private double seconds(double ticks) {
    return (ticks - offsetTicks) / timescale;
  }

  private int runOf(int position) {
    if (position < 0 || position >= count) {
      throw new IndexOutOfBoundsException("segment " + position + " of " + count);
    }
    int low = 0;
    int high = runs - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (positions[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
