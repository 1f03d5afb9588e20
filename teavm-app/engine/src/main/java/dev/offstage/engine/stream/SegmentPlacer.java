package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.container.SegmentStart;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.transmux.Transmuxer;

/**
 * Says where the timestamps of segments lie on the presentation's timeline: by the manifest's word,
 * or by the media's where there is none.
 */
final class SegmentPlacer {
  /** Frames at the edges of a period may be rounded to the other side by this much. */
  private static final double WINDOW_SLACK_S = 0.1;

  /**
   * What goes on without an end, and is told in rounded numbers, comes to lie by so much beside
   * where it is told to be before the numbers are put right. Removals keep clear of a segment's
   * start by a little more.
   */
  private static final double DRIFT_S = 0.08;

  /** By more than this the media's clock has been set anew, and nobody has said so. */
  private static final double JUMP_S = 60;

  private final MediaTimelines timelines;
  private final SegmentInventory inventory;
  private Presentation presentation;

  SegmentPlacer(Presentation presentation, MediaTimelines timelines, SegmentInventory inventory) {
    this.presentation = presentation;
    this.timelines = timelines;
    this.inventory = inventory;
  }

  /** The presentation has been refreshed. */
  void refresh(Presentation refreshed) {
    presentation = refreshed;
  }

  /** Where the segment should start on its own timeline; NaN where nobody knows. */
  double expectedMediaS(SegmentFetch fetch) {
    Segment segment = fetch.target.segment();
    if (segment.timeline() == Segment.KNOWN_TIMELINE) {
      return segment.startS() + fetch.target.data().representation().presentationTimeOffsetS();
    }
    return timelines.isKnown(segment.timeline())
        ? toldS(fetch) - timelines.offsetS(segment.timeline())
        : Double.NaN;
  }

  /**
   * Whether it is known where the segment's timestamps lie on the presentation's timeline. Where no
   * manifest says so, its first bytes do.
   */
  boolean isPlaced(SegmentFetch fetch) {
    Segment segment = fetch.target.segment();
    int timeline = segment.timeline();
    boolean isKnown = isKnown(timeline);
    PlaylistSource playlist = fetch.target.data().playlist();
    boolean drifts = playlist != null && playlist.drifts();
    if (isKnown && !drifts && !isFirstPicture(fetch.target)) {
      return true;
    }
    int size = 0;
    for (Bytes piece : fetch.waiting) {
      size += piece.sizeBytes();
    }
    double mediaS = SegmentStart.readS(fetch.target.data().copyOfInit(segment), fetch.waiting);
    if (Double.isNaN(mediaS)) {
      if (fetch.entry == null && SegmentStart.mayComeWith(size)) {
        return false;
      }
      if (isKnown) {
        return true;
      }
      mediaS = segment.startS(); // it says nothing; most media begins at 0
    }
    settleTimeline(fetch, mediaS, drifts);
    return true;
  }

  /**
   * The segment starts at a moment of its timeline.
   *
   * @param isChecked whether what is known of the timeline is held against it
   */
  private void settleTimeline(SegmentFetch fetch, double mediaS, boolean isChecked) {
    int timeline = fetch.target.segment().timeline();
    boolean isKnown = isKnown(timeline);
    double offsetS = toldS(fetch) - mediaS;
    double lateS = isKnown && isChecked ? timelines.offsetS(timeline) - offsetS : 0;
    PlaylistSource playlist = fetch.target.data().playlist();
    if (!isKnown || Math.abs(lateS) > JUMP_S) {
      timelines.set(timeline, offsetS);
    } else if (playlist != null && playlist.drifts() && Math.abs(lateS) > DRIFT_S) {
      playlist.shift(lateS);
      fetch.move(lateS);
    }
  }

  private boolean isKnown(int timeline) {
    return timeline == Segment.KNOWN_TIMELINE || timelines.isKnown(timeline);
  }

  /** Where a segment starts by what the manifest told of it. */
  double toldS(SegmentFetch fetch) {
    double periodS = presentation.periods().get(fetch.target.periodIndex()).startS();
    return periodS + fetch.target.segment().startS() + fetch.movedS;
  }

  /**
   * Where the timestamps of transmuxed media lie. They have 33 bits, so that each of them stands
   * for many times, of which the one nearest to the playlist's word is meant.
   */
  private double transmuxedOffsetS(SegmentFetch fetch) {
    int timeline = fetch.target.segment().timeline();
    double wrapsS = 0;
    if (timelines.isKnown(timeline)) {
      double awayS = fetch.mediaStartS + timelines.offsetS(timeline) - toldS(fetch);
      wrapsS = Math.floor(awayS / Transmuxer.WRAP_S + 0.5) * Transmuxer.WRAP_S;
    }
    settleTimeline(fetch, fetch.mediaStartS - wrapsS, true);
    return timelines.offsetS(timeline) - wrapsS;
  }

  /** Where on the presentation's timeline a segment goes of which that is known. */
  Placement placementOf(SegmentFetch fetch) {
    SegmentLocator.Located target = fetch.target;
    Period period = presentation.periods().get(target.periodIndex());
    double windowStartS = Math.max(0, period.startS() - WINDOW_SLACK_S);
    int timeline = target.segment().timeline();
    if (timeline != Segment.KNOWN_TIMELINE) {
      // Where the media ends is known from the media alone, too.
      double offsetS = fetch.isConverting ? transmuxedOffsetS(fetch) : timelines.offsetS(timeline);
      return new Placement(fromZero(fetch, offsetS), windowStartS, Double.POSITIVE_INFINITY);
    }
    double offset = period.startS() - target.data().representation().presentationTimeOffsetS();
    double windowEndS = Double.POSITIVE_INFINITY;
    if (!target.data().isSearched()) { // else its end may be a guess
      // A frame that reaches into the next period would take that one's first pictures with it.
      boolean isNextThere = inventory.at(period.endS() + SegmentInventory.TOLERANCE_S) != null;
      windowEndS = isNextThere ? period.endS() : period.endS() + WINDOW_SLACK_S;
    }
    return new Placement(fromZero(fetch, offset), windowStartS, windowEndS);
  }

  /**
   * The offset at which a segment does not start before 0 by what rounding and other tracks' frames
   * make: there is no window before 0, and the frame that it would cut off takes along what depends
   * on it, which may be seconds.
   */
  private static double fromZero(SegmentFetch fetch, double offsetS) {
    if (isFirstPicture(fetch.target)) {
      Bytes init = fetch.target.data().copyOfInit(fetch.target.segment());
      double mediaS =
          fetch.isConverting ? fetch.mediaStartS : SegmentStart.shownS(init, fetch.waiting);
      double shownS = offsetS + mediaS;
      if (shownS < 0 && shownS > -WINDOW_SLACK_S) {
        return offsetS - shownS;
      }
    }
    return offsetS;
  }

  private static boolean isFirstPicture(SegmentLocator.Located target) {
    return target.startS() <= 0
        && "video/mp4".equals(target.data().representation().format().mimeType());
  }
}
