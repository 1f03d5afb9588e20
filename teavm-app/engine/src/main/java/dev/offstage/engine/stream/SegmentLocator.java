package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.BufferPolicy;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import org.jspecify.annotations.Nullable;

/** Finds the first segment that is missing at or after the playhead, across periods. */
final class SegmentLocator {
  /** What is to be done next. */
  sealed interface Result {}

  /** Enough is buffered for now. */
  record Enough() implements Result {}

  /** The index that could tell is on its way. */
  record Awaiting() implements Result {}

  /** Nothing is missing up to the end. */
  record Complete() implements Result {}

  /**
   * This segment is missing.
   *
   * @param startS where it starts on the presentation's timeline
   * @param endS where it ends
   */
  record Located(
      int periodIndex, RepresentationData data, Segment segment, double startS, double endS)
      implements Result {

    boolean isSameAs(Located other) {
      return periodIndex == other.periodIndex
          && data == other.data
          && segment.position() == other.segment.position();
    }

    SegmentInventory.Entry asEntry(double filledS, double bytes) {
      return new SegmentInventory.Entry(startS, endS, data.representation().id(), filledS, bytes);
    }
  }

  /** Keeps what has been loaded of each Representation. */
  interface DataSource {
    RepresentationData of(int periodIndex, Representation representation);
  }

  /** The end itself holds no media: whoever goes there gets what is last shown before it. */
  private static final double BEFORE_END_S = 0.1;

  private static final Enough ENOUGH = new Enough();
  private static final Awaiting AWAITING = new Awaiting();
  private static final Complete COMPLETE = new Complete();

  private Presentation presentation;
  private final SegmentInventory inventory;
  private final QualityChooser chooser;
  private final DataSource dataSource;
  private @Nullable RepresentationData awaitedIndex;
  private @Nullable RepresentationData used;

  SegmentLocator(
      Presentation presentation,
      SegmentInventory inventory,
      QualityChooser chooser,
      DataSource dataSource) {
    this.presentation = presentation;
    this.inventory = inventory;
    this.chooser = chooser;
    this.dataSource = dataSource;
  }

  /** The presentation has been refreshed. */
  void refresh(Presentation refreshed) {
    presentation = refreshed;
  }

  /** The Representation that segments were looked for in last, or null. */
  @Nullable RepresentationData used() {
    return used;
  }

  /**
   * What is missing first from {@code playheadS} on, as far as the goals reach.
   *
   * @param buffered what the SourceBuffer has
   * @param underWay the segment being loaded, or null; it is kept if it is still the one missing
   * @param currentQualityId the Representation loaded last, or null
   */
  Result next(
      double playheadS,
      BufferConfig goals,
      TrackSelection selection,
      TimeRanges buffered,
      @Nullable Located underWay,
      @Nullable String currentQualityId) {
    double positionS = Math.max(0, Math.min(playheadS, presentation.durationS() - BEFORE_END_S));
    if (underWay != null && isBeingPlayed(underWay, positionS, selection)) {
      return underWay;
    }
    double timeS = positionS;
    int periodIndex = presentation.periodIndexAt(timeS);
    while (true) {
      timeS = inventory.runEndS(timeS);
      if (timeS >= presentation.durationS() - SegmentInventory.TOLERANCE_S) {
        return COMPLETE; // whatever the goals are: another track may be waiting for the end
      }
      if (!BufferPolicy.wantsMore(goals, inventory.mediaS(positionS, timeS, buffered))) {
        return ENOUGH;
      }
      // The playhead is where it is, to the frame; the end of a run is where segments say they
      // end.
      double slackS =
          timeS > positionS ? SegmentInventory.TOLERANCE_S : SegmentInventory.ROUNDING_S;
      periodIndex = Math.max(periodIndex, presentation.periodIndexAt(timeS + slackS));
      Period period = presentation.periods().get(periodIndex);
      AdaptationSet set = selection.inPeriod(periodIndex);
      Located located = null;
      if (set != null) {
        if (isAtEdge(periodIndex, period, set, timeS + slackS)) {
          return ENOUGH; // until more is added; only then is there a choice to be made
        }
        RepresentationData data =
            dataFor(
                periodIndex,
                set,
                underWay,
                offer(
                    periodIndex, set, goals, timeS + slackS, timeS - positionS, currentQualityId));
        if (data == null) {
          return ENOUGH;
        }
        if (data != used) {
          used = data;
          data.wake();
        }
        SegmentIndex index = data.index(timeS + slackS - period.startS());
        if (index == null) {
          awaitedIndex = data;
          return AWAITING;
        }
        located = locate(periodIndex, period, data, index, timeS + slackS);
        if (located == null && index.live() != null) {
          return ENOUGH; // until more is added
        }
      }
      if (located == null) {
        if (periodIndex == presentation.periods().size() - 1) {
          return COMPLETE;
        }
        periodIndex++;
        timeS = Math.max(timeS, presentation.periods().get(periodIndex).startS());
        continue;
      }
      if (located.segment().isGap()) {
        Result other = elsewhere(period, set, located, timeS + slackS);
        if (other == AWAITING) {
          return AWAITING;
        }
        if (other == null) {
          timeS = located.endS(); // nothing will ever come there
          continue;
        }
        located = (Located) other;
      }
      SegmentInventory.Entry there = inventory.at((located.startS() + located.endS()) / 2);
      if (there == null) {
        return located;
      }
      // It lies behind a gap of the media itself and is there already.
      timeS = Math.max(there.endS(), located.endS());
    }
  }

  /**
   * Whether the playhead is in the segment being loaded: where segments are appended piece by piece
   * it may come close to the end before all is there. It is not given up for the next one then.
   */
  private static boolean isBeingPlayed(
      Located underWay, double positionS, TrackSelection selection) {
    AdaptationSet set = selection.inPeriod(underWay.periodIndex());
    return set != null
        && underWay.data().isIn(underWay.periodIndex(), set)
        && positionS >= underWay.startS()
        && positionS < underWay.endS();
  }

  /** Whether the Representation used last has all there is so far, and there will be more. */
  private boolean isAtEdge(int periodIndex, Period period, AdaptationSet set, double timeS) {
    RepresentationData last = used;
    SegmentIndex index = last == null || !last.isIn(periodIndex, set) ? null : last.knownIndex();
    return index != null
        && index.live() != null
        && locate(periodIndex, period, last, index, timeS) == null;
  }

  /**
   * What the chooser is offered.
   *
   * @param fromS where the next segment starts, or a little later
   */
  QualityChooser.Offer offer(
      int periodIndex,
      AdaptationSet set,
      BufferConfig goals,
      double fromS,
      double bufferedS,
      @Nullable String currentQualityId) {
    return new QualityChooser.Offer(
        set, bufferedS, goals.aheadS(), currentQualityId, upcoming(periodIndex, fromS));
  }

  /** The segments from {@code fromS} on, or from a little earlier. */
  UpcomingSegments upcoming(int periodIndex, double fromS) {
    return new UpcomingSegments(
        dataSource,
        periodIndex,
        fromS - presentation.periods().get(periodIndex).startS(),
        presentation.durationS() - fromS,
        inventory.longestSegmentS());
  }

  /**
   * The segment of a Representation at a moment.
   *
   * @return null where there is none, or nobody knows yet: then its index is on the way
   */
  @Nullable Located at(int periodIndex, Representation representation, double timeS) {
    RepresentationData data = dataSource.of(periodIndex, representation);
    Period period = presentation.periods().get(periodIndex);
    SegmentIndex index = data.index(timeS - period.startS());
    return index == null ? null : locate(periodIndex, period, data, index, timeS);
  }

  /**
   * What is missing in one quality may be there in another (RFC 8216bis, section 6.3.3).
   *
   * @param gap where it is missing
   * @return null where all of them lack it
   */
  private @Nullable Result elsewhere(Period period, AdaptationSet set, Located gap, double timeS) {
    for (Representation representation : set.representations()) {
      RepresentationData data = dataSource.of(gap.periodIndex(), representation);
      SegmentIndex index = data.index(timeS - period.startS());
      if (index == null) {
        awaitedIndex = data;
        used = data;
        return AWAITING;
      }
      Located there = locate(gap.periodIndex(), period, data, index, timeS);
      if (there != null && !there.segment().isGap() && there.startS() < gap.endS()) {
        return there;
      }
    }
    return null;
  }

  /** Whether all that there is and will be of the track is said to be missing. */
  boolean isAllMissing() {
    SegmentIndex index = used == null ? null : used.knownIndex();
    if (index == null || index.live() != null) {
      return false;
    }
    int position = 0;
    while (position < index.count() && index.segment(position).isGap()) {
      position++;
    }
    return position == index.count();
  }

  /** A Representation under way, or one whose index is, is not given up for another choice. */
  private @Nullable RepresentationData dataFor(
      int periodIndex, AdaptationSet set, @Nullable Located underWay, QualityChooser.Offer offer) {
    if (underWay != null && underWay.data().isIn(periodIndex, set)) {
      return underWay.data();
    }
    RepresentationData awaited = awaitedIndex;
    awaitedIndex = null;
    if (awaited != null && awaited.isIn(periodIndex, set)) {
      return awaited;
    }
    Representation chosen = chooser.choose(offer);
    return chosen == null ? null : dataSource.of(periodIndex, chosen);
  }

  private static @Nullable Located locate(
      int periodIndex, Period period, RepresentationData data, SegmentIndex index, double timeS) {
    double inPeriodS = timeS - period.startS();
    int position = index.positionAt(inPeriodS);
    while (position < index.count()) {
      Segment segment = index.segment(position);
      if (segment.endS() > inPeriodS) {
        double startS = Math.max(period.startS(), period.startS() + segment.startS());
        double endS = Math.min(period.endS(), period.startS() + segment.endS());
        return new Located(periodIndex, data, segment, startS, endS);
      }
      position++;
    }
    return null;
  }
}
