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
  /** A stream that has less than this ahead and no room for more cannot go on. */
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

  /**
   * @param onChange run when room has been made
   */
  BufferRoom(AppendQueue queue, SegmentInventory inventory, Runnable onChange) {
    this.queue = queue;
    this.inventory = inventory;
    this.onChange = onChange;
  }

  /** The goals, as far as there is room for them. */
  BufferConfig within(BufferConfig goals) {
    return new BufferConfig(
        Math.min(goals.aheadS(), possibleAheadS), Math.min(goals.behindS(), possibleBehindS));
  }

  /** Removes what is older than the goals want, and what a seek back has left far ahead. */
  void trim(BufferConfig goals, double positionS) {
    TimeRanges buffered = queue.buffered();
    if (buffered.count() == 0) {
      return;
    }
    double fromS = buffered.startS(0);
    double behindToS = BufferPolicy.removeBehindToS(goals, positionS, fromS);
    double removeToS = inventory.lastStartS(behindToS) - REMOVAL_GUARD_S;
    if (behindToS > 0 && removeToS > fromS) {
      queue.remove(0, removeToS, this::onRemoved);
    }
    double aheadFromS =
        BufferPolicy.removeAheadFromS(
            goals, positionS, buffered.endS(buffered.count() - 1), inventory.longestSegmentS());
    if (aheadFromS < Double.POSITIVE_INFINITY) {
      double removeFromS = inventory.lastStartS(aheadFromS);
      inventory.forgetFrom(removeFromS);
      queue.remove(removeFromS, Double.POSITIVE_INFINITY, this::onRemoved);
    }
  }

  /**
   * The SourceBuffer is full: from now on nothing is kept behind the playhead. What lies there, and
   * what a seek back has left far ahead, makes room; without either, less is held ahead.
   *
   * @return whether there is anything to be done about it
   */
  boolean make(double positionS) {
    possibleBehindS = 0;
    TimeRanges buffered = queue.buffered();
    double runEndS = inventory.runEndS(positionS);
    double oldToS = inventory.lastStartS(positionS) - REMOVAL_GUARD_S;
    boolean hasOld = buffered.count() > 0 && buffered.startS(0) < oldToS;
    int strayIndex = buffered.indexFrom(runEndS + SegmentInventory.TOLERANCE_S);
    if (hasOld) {
      queue.remove(0, oldToS, this::onRemoved);
    }
    if (strayIndex >= 0) {
      queue.remove(buffered.startS(strayIndex), Double.POSITIVE_INFINITY, this::onRemoved);
    }
    if (hasOld || strayIndex >= 0) {
      return true;
    }
    double aheadS = runEndS - positionS;
    if (aheadS < LEAST_AHEAD_S) {
      return false;
    }
    possibleAheadS = Math.min(possibleAheadS, aheadS) * 0.8;
    onChange.run();
    return true;
  }

  private void onRemoved(@Nullable SinkFailure failure) {
    onChange.run(); // a removal that failed is asked for again by the next tick
  }
}
