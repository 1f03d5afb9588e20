package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.BufferPolicy;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.media.TimeRanges;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a SourceBuffer within the application's goals, and within what the browser has room for,
 * which shows only when it is full.
 */
final class BufferRoom {
  /** Where making room for a segment has not helped so often, its quality is too large. */
  private static final int MOST_TIMES_FULL = 4;

  /** With less than this ahead and no room for more, a stream cannot go on with what it has. */
  private static final double LEAST_AHEAD_S = 0.5;

  /**
   * A removal reaches on to the next random access point, so it has to end this much before one, or
   * it would take the pictures at the playhead with it (Media Source Extensions, section 3.5.9).
   */
  private static final double REMOVAL_GUARD_S = 0.1;

  private final AppendQueue queue;
  private final SegmentInventory inventory;
  private final Runnable onChange;
  private double possibleAheadS = Double.POSITIVE_INFINITY;
  private double possibleBehindS = Double.POSITIVE_INFINITY;
  private boolean wantsAll;
  private double fullAtS = Double.NaN;
  private int fullTimes;

  /**
   * @param onChange run when room has been made
   */
  BufferRoom(AppendQueue queue, SegmentInventory inventory, Runnable onChange) {
    this.queue = queue;
    this.inventory = inventory;
    this.onChange = onChange;
  }

  /**
   * The goals, as far as there is room for them; what is needed to the end is tried all the same.
   */
  BufferConfig within(BufferConfig goals) {
    wantsAll = goals.aheadS() == Double.POSITIVE_INFINITY;
    return new BufferConfig(
        wantsAll ? goals.aheadS() : Math.min(goals.aheadS(), possibleAheadS),
        Math.min(goals.behindS(), possibleBehindS),
        goals.bytes());
  }

  /**
   * Removes what is older than the goals want, and what a seek back has left far ahead.
   *
   * @param leastPositionS what lies before is not needed any more
   * @param appendingFromS where the segment starts of which the first pieces are in, or infinity:
   *     the rest of them is of no use without these
   */
  void trim(BufferConfig goals, double positionS, double leastPositionS, double appendingFromS) {
    TimeRanges buffered = queue.buffered();
    if (buffered.count() == 0) {
      return;
    }
    double behindToS = BufferPolicy.removeBehindToS(goals, leastPositionS, buffered.startS(0));
    double removeToS = removalEndS(buffered, behindToS, appendingFromS);
    if (behindToS > 0 && isWorthRemoving(buffered, removeToS)) {
      remove(0, removeToS);
    }
    double mediaAheadS = buffered.coveredS(positionS, Double.POSITIVE_INFINITY);
    double aheadFromS =
        BufferPolicy.removeAheadFromS(goals, positionS, mediaAheadS, inventory.longestSegmentS());
    if (aheadFromS < Double.POSITIVE_INFINITY) {
      SegmentInventory.Entry entry = inventory.at(aheadFromS);
      remove(entry == null ? aheadFromS : entry.startS(), Double.POSITIVE_INFINITY);
    }
  }

  /**
   * The SourceBuffer is full: from now on nothing is kept behind the playhead. What lies there,
   * what a seek back has left far ahead, and the first pieces of a segment of which the rest found
   * no room, make room; without any, less is held ahead.
   *
   * @param segmentStartS where the segment starts that found no room
   * @param appendingFromS as for {@link #trim}
   * @return whether there is anything to be done about it that has not been tried too often
   */
  boolean make(double segmentStartS, double positionS, double appendingFromS) {
    fullTimes = segmentStartS == fullAtS ? fullTimes + 1 : 1;
    fullAtS = segmentStartS;
    if (fullTimes <= MOST_TIMES_FULL && makeSome(positionS, appendingFromS)) {
      return true;
    }
    fullTimes = 0; // a smaller one may be tried at this place
    return false;
  }

  private boolean makeSome(double positionS, double appendingFromS) {
    possibleBehindS = 0;
    TimeRanges buffered = queue.buffered();
    double runEndS = inventory.runEndS(positionS);
    double leastS = positionS - BufferPolicy.PLAYHEAD_GUARD_S;
    double oldToS = removalEndS(buffered, leastS, appendingFromS);
    boolean hasOld = isWorthRemoving(buffered, oldToS);
    double strayFromS = runEndS + REMOVAL_GUARD_S;
    boolean hasStray = buffered.coveredS(strayFromS, Double.POSITIVE_INFINITY) > 0;
    if (hasOld) {
      remove(0, oldToS);
    }
    if (hasStray) {
      remove(strayFromS, Double.POSITIVE_INFINITY);
    }
    if (hasOld || hasStray) {
      return true;
    }
    if (wantsAll) {
      return false;
    }
    double aheadS = inventory.mediaS(positionS, runEndS, buffered);
    if (aheadS < LEAST_AHEAD_S) {
      // Playback stands, or will in a moment: what is left of other segments is of no use to it.
      remove(0, Double.POSITIVE_INFINITY);
      return buffered.count() > 0;
    }
    possibleAheadS = Math.min(possibleAheadS, aheadS) * 0.8;
    onChange.run();
    return true;
  }

  /**
   * What is to be removed counts no more: the viewer may go back to it before it is, and it has to
   * be loaded again then.
   */
  private void remove(double startS, double endS) {
    inventory.forget(startS, endS);
    queue.remove(startS, endS, this::onRemoved);
  }

  /**
   * Between two ranges there is no picture to lose, whether the inventory knows the first or not.
   */
  private double removalEndS(TimeRanges buffered, double timeS, double appendingFromS) {
    int next = buffered.indexFrom(timeS);
    boolean isBetween = next > 0 && buffered.endS(next - 1) <= timeS;
    double endS = isBetween ? timeS : inventory.lastStartS(timeS);
    return Math.min(endS, appendingFromS) - REMOVAL_GUARD_S;
  }

  /**
   * Whether a removal up to {@code endS} takes anything, and not everything: without a random
   * access point behind it, it would.
   */
  private static boolean isWorthRemoving(TimeRanges buffered, double endS) {
    int last = buffered.count() - 1;
    return last >= 0
        && buffered.startS(0) < endS - SegmentInventory.ROUNDING_S
        && buffered.endS(last) > endS + REMOVAL_GUARD_S;
  }

  /** A removal that failed is asked for again by a later tick; at once, it might fail for ever. */
  private void onRemoved(@Nullable SinkFailure failure) {
    if (failure == null) {
      onChange.run();
    }
  }
}
