package dev.offstage.engine.stream;

import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.presentation.AdaptationSet;
import org.jspecify.annotations.Nullable;

/** Lets the chooser of one stream know what has come, and what is on its way. */
final class Adaptation {
  private final QualityChooser chooser;
  private final SegmentLocator locator;
  private final SegmentFetcher fetcher;
  private SegmentLocator.@Nullable Located fetched;
  private double fetchedInS;

  Adaptation(QualityChooser chooser, SegmentLocator locator, SegmentFetcher fetcher) {
    this.chooser = chooser;
    this.locator = locator;
    this.fetcher = fetcher;
  }

  /** A segment has come. */
  void onFetched(SegmentLocator.Located segment, double elapsedS) {
    fetched = segment;
    fetchedInS = elapsedS;
  }

  /**
   * Passes on what has come since the last time, and asks about what is on its way.
   *
   * @param bufferedS seconds of media ahead of the playhead
   * @param qualityId the Representation loaded last, or null
   * @return whether what is on its way is to be given up, for another choice
   */
  boolean look(
      TrackSelection selection, BufferConfig goals, double bufferedS, @Nullable String qualityId) {
    SegmentLocator.Located come = fetched;
    fetched = null;
    if (come != null) {
      QualityChooser.Offer offer = offer(selection, come, come.endS(), goals, bufferedS, qualityId);
      if (offer != null) {
        chooser.onLoaded(offer, come.data().representation(), fetchedInS);
      }
    }
    SegmentLocator.Located target = fetcher.target();
    QualityChooser.Progress progress = fetcher.progress();
    if (target == null || progress == null) {
      return false;
    }
    QualityChooser.Offer offer =
        offer(selection, target, target.startS(), goals, bufferedS, qualityId);
    return offer != null && chooser.givesUp(offer, progress);
  }

  /** What there is to choose from in a segment's period from {@code fromS} on; null for nothing. */
  private QualityChooser.@Nullable Offer offer(
      TrackSelection selection,
      SegmentLocator.Located segment,
      double fromS,
      BufferConfig goals,
      double bufferedS,
      @Nullable String qualityId) {
    AdaptationSet set = selection.inPeriod(segment.periodIndex());
    return set == null
        ? null
        : locator.offer(
            segment.periodIndex(),
            set,
            goals,
            fromS + SegmentInventory.TOLERANCE_S,
            bufferedS,
            qualityId);
  }
}
