package dev.offstage.engine.stream;

import dev.offstage.engine.media.TimeRanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been appended to one SourceBuffer, segment by segment, on the presentation's timeline.
 * From it and the playhead follows what to load next; no cursor is kept that could go astray.
 *
 * <p>Browsers may drop media on their own, so the inventory is held against {@code buffered}: a
 * segment counts while most of what it once filled is still there.
 */
final class SegmentInventory {
  /** Segments that miss each other by less are neighbours: timestamps are rounded everywhere. */
  static final double TOLERANCE_S = 0.05;

  /** A position this close to an edge is at the edge: it was the same number once. */
  static final double ROUNDING_S = 0.001;

  /** A segment that has lost more than this part of what it filled has to be loaded again. */
  private static final double TOLERATED_LOSS = 0.25;

  /** Segments may fill this much less than the manifest says, and count as whole all the same. */
  private static final double TOLERATED_LOSS_S = 0.1;

  /**
   * One segment.
   *
   * @param startS where it starts on the presentation's timeline
   * @param endS where it ends
   * @param qualityId the Representation it is of
   * @param filledS how many seconds of its time were buffered right after the append; maybe 0; NaN
   *     while the append is under way
   * @param bytes how large it is
   */
  record Entry(double startS, double endS, String qualityId, double filledS, double bytes) {
    /** One of which nobody knows how large it is. */
    Entry(double startS, double endS, String qualityId, double filledS) {
      this(startS, endS, qualityId, filledS, 0);
    }

    /** Whether the append is over. */
    boolean isSettled() {
      return !Double.isNaN(filledS);
    }

    /** Whether so many seconds are less than it should fill. */
    boolean isShort(double seconds) {
      return seconds < endS - startS - TOLERATED_LOSS_S;
    }

    private boolean isLost(TimeRanges buffered, double playheadS) {
      double fromS = Math.max(startS, playheadS);
      if (fromS < endS && isSettled() && !isShort(filledS)) {
        double leftS = endS - fromS;
        double thereS = buffered.coveredS(fromS, endS);
        double neverThereS = endS - startS - filledS;
        double toleratedS = thereS == 0 ? TOLERANCE_S : TOLERATED_LOSS_S;
        return leftS - thereS > neverThereS + toleratedS;
      }
      return buffered.coveredS(startS, endS) < filledS * (1 - TOLERATED_LOSS);
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private double longestSegmentS;

  /** Notes an append. What it overlaps by more than half is replaced. */
  void add(Entry added) {
    forget(added.startS(), added.endS());
    int index = 0;
    while (index < entries.size() && entries.get(index).startS() < added.startS()) {
      index++;
    }
    entries.add(index, added);
    longestSegmentS = Math.max(longestSegmentS, added.endS() - added.startS());
  }

  /** How long the longest segment so far has been. */
  double longestSegmentS() {
    return longestSegmentS;
  }

  /**
   * Notes how much a segment has filled, unless it has been forgotten or replaced in the meantime.
   *
   * @param added as it was given to {@link #add}
   */
  void settle(Entry added, double filledS) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) == added) {
        entries.set(
            i, new Entry(added.startS(), added.endS(), added.qualityId(), filledS, added.bytes()));
      }
    }
  }

  /** Forgets the segments whose middle lies in the range. */
  void forget(double startS, double endS) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      double middle = (entry.startS() + entry.endS()) / 2;
      if (middle >= startS && middle < endS) {
        entries.remove(i);
      }
    }
  }

  /** Forgets the segment at {@code timeS}. */
  void forgetAt(double timeS) {
    Entry there = at(timeS);
    entries.removeIf(entry -> entry == there);
  }

  /** How many bytes all segments have. */
  double bytes() {
    double sum = 0;
    for (Entry entry : entries) {
      sum += entry.bytes();
    }
    return sum;
  }

  /** The segment at {@code timeS}, or null. */
  @Nullable Entry at(double timeS) {
    for (Entry entry : entries) {
      if (timeS >= entry.startS() - ROUNDING_S && timeS < entry.endS() - ROUNDING_S) {
        return entry;
      }
    }
    return null;
  }

  /** The segments that start in {@code [fromS, toS)}, in order. */
  List<Entry> between(double fromS, double toS) {
    List<Entry> between = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.startS() >= fromS && entry.startS() < toS) {
        between.add(entry);
      }
    }
    return between;
  }

  /**
   * Where the first segment starts that reaches behind {@code fromS} and is not in the buffer yet,
   * or no more; infinite for none.
   */
  double pendingFromS(double fromS, TimeRanges buffered) {
    for (Entry entry : entries) {
      if (entry.endS() > fromS && (!entry.isSettled() || entry.isLost(buffered, fromS))) {
        return entry.startS();
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Where the last segment starts that does so at {@code timeS} or before; -infinity for none. */
  double lastStartS(double timeS) {
    double start = Double.NEGATIVE_INFINITY;
    for (Entry entry : entries) {
      if (entry.startS() <= timeS) {
        start = entry.startS();
      }
    }
    return start;
  }

  /** Up to where segment follows segment without a break from {@code timeS} on; itself if none. */
  double runEndS(double timeS) {
    Entry first = at(timeS);
    if (first == null) {
      return timeS;
    }
    double end = first.endS();
    for (Entry entry : entries) {
      if (end >= entry.startS() - TOLERANCE_S && end < entry.endS() - TOLERANCE_S) {
        end = entry.endS();
      }
    }
    return end;
  }

  /** How many seconds of media there are in {@code [fromS, toS)}, or soon will be. */
  double mediaS(double fromS, double toS, TimeRanges buffered) {
    double sum = 0;
    for (Entry entry : entries) {
      double start = Math.max(fromS, entry.startS());
      double end = Math.min(toS, entry.endS());
      if (start < end) {
        sum += entry.isSettled() ? buffered.coveredS(start, end) : end - start;
      }
    }
    return sum;
  }

  /**
   * Forgets the segments that the browser no longer holds. Of one that is being played, only what
   * is still to be played counts: browsers drop what lies behind.
   */
  void reconcile(TimeRanges buffered, double playheadS) {
    entries.removeIf(entry -> entry.isLost(buffered, playheadS));
  }

  /** Forgets the segments that start at or after {@code timeS}, so that they are loaded again. */
  void forgetFrom(double timeS) {
    forgetFrom(timeS, null);
  }

  /** Forgets the segments that start at or after {@code timeS}, but for those of one quality. */
  void forgetFrom(double timeS, @Nullable String exceptQualityId) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.startS() >= timeS - TOLERANCE_S && !entry.qualityId().equals(exceptQualityId)) {
        entries.remove(i);
      }
    }
  }
}
