package dev.offstage.engine.stream;

import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments that lie in the buffer in a low quality and are loaded again in a higher one, where the
 * chooser thinks that it pays. Until the new one is there as a whole, the old one stays.
 */
final class Replacement {
  /** What plays so soon is not touched any more: it may be with the decoder already. */
  private static final double GUARD_S = 1;

  private Presentation presentation;
  private final SegmentLocator locator;
  private final SegmentInventory inventory;
  private final SegmentFetcher fetcher;
  private final QualityChooser chooser;
  private SegmentLocator.@Nullable Located target;

  /** What lay behind a segment that has been replaced, until it has been seen to be still there. */
  private SegmentInventory.@Nullable Entry neighbour;

  private boolean harmful;

  Replacement(
      Presentation presentation,
      SegmentLocator locator,
      SegmentInventory inventory,
      SegmentFetcher fetcher,
      QualityChooser chooser) {
    this.presentation = presentation;
    this.locator = locator;
    this.inventory = inventory;
    this.fetcher = fetcher;
    this.chooser = chooser;
  }

  /** The presentation has been refreshed. */
  void refresh(Presentation refreshed) {
    presentation = refreshed;
  }

  /** What is to be loaded again now, or is on its way; null for nothing. As of the last look. */
  SegmentLocator.@Nullable Located target() {
    return target;
  }

  /** Whether this is what is being loaded again. */
  boolean is(SegmentLocator.@Nullable Located segment) {
    return segment != null && segment == target;
  }

  /**
   * Decides what to load again.
   *
   * @param selection what is played; null if nothing is to be replaced now
   * @param settled whether all that has been appended is in the buffer
   * @param currentId what comes before what is missing next
   */
  void look(
      double positionS,
      BufferConfig goals,
      @Nullable TrackSelection selection,
      boolean settled,
      @Nullable String currentId) {
    SegmentLocator.Located underWay = is(fetcher.target()) ? target : null;
    target = null;
    double runEndS = inventory.runEndS(positionS);
    int periodIndex = presentation.periodIndexAt(runEndS + SegmentInventory.TOLERANCE_S);
    AdaptationSet set = selection == null ? null : selection.inPeriod(periodIndex);
    if (settled) {
      watchNeighbour(positionS);
    }
    if (harmful || set == null || underWay == null && fetcher.target() != null) {
      return;
    }
    QualityChooser.Offer offer =
        locator.offer(
            periodIndex,
            set,
            goals,
            runEndS + SegmentInventory.TOLERANCE_S,
            runEndS - positionS,
            currentId);
    if (underWay == null) {
      target = find(positionS, runEndS, periodIndex, offer);
    } else if (underWay.endS() <= runEndS + SegmentInventory.TOLERANCE_S
        && goesOn(underWay, positionS, offer)) {
      target = underWay;
    }
  }

  /** It has come, and is on its way into the buffer. */
  void onFetched() {
    SegmentLocator.Located done = target;
    target = null;
    if (done != null) {
      neighbour = inventory.at(done.endS() + SegmentInventory.TOLERANCE_S);
    }
  }

  /** It will not come. What is in the buffer plays, and nothing else is tried. */
  void onFailed() {
    target = null;
    harmful = true;
  }

  /**
   * Where segments of different Representations do not meet to the frame, a new one takes the first
   * picture of the next one, and so all of it, with it. Such media is left as it is.
   */
  private void watchNeighbour(double positionS) {
    SegmentInventory.Entry watched = neighbour;
    neighbour = null;
    if (watched != null && watched.startS() > positionS) {
      harmful |= inventory.at((watched.startS() + watched.endS()) / 2) == null;
    }
  }

  private SegmentLocator.@Nullable Located find(
      double positionS, double runEndS, int periodIndex, QualityChooser.Offer offer) {
    List<SegmentInventory.Entry> entries = inventory.between(positionS, runEndS);
    List<SegmentInventory.Entry> candidates = new ArrayList<>();
    List<QualityChooser.Buffered> segments = new ArrayList<>();
    for (SegmentInventory.Entry entry : entries) {
      QualityChooser.Buffered segment = buffered(entry, positionS, periodIndex, offer);
      if (segment != null && entry.isSettled()) {
        candidates.add(entry);
        segments.add(segment);
      }
    }
    QualityChooser.Again again = segments.isEmpty() ? null : chooser.again(offer, segments);
    if (again == null) {
      return null;
    }
    SegmentInventory.Entry entry = candidates.get(again.segment());
    SegmentLocator.Located found =
        locator.at(
            periodIndex, again.representation(), entry.startS() + SegmentInventory.TOLERANCE_S);
    return found != null && fits(found, entry) && found.startS() >= positionS + GUARD_S
        ? found
        : null;
  }

  /** Whether it starts and ends where the other does. */
  private static boolean fits(SegmentLocator.Located found, SegmentInventory.Entry entry) {
    return !found.segment().isGap()
        && Math.abs(found.startS() - entry.startS()) < SegmentInventory.TOLERANCE_S
        && Math.abs(found.endS() - entry.endS()) < SegmentInventory.TOLERANCE_S;
  }

  private boolean goesOn(
      SegmentLocator.Located underWay, double positionS, QualityChooser.Offer offer) {
    SegmentInventory.Entry entry = inventory.at((underWay.startS() + underWay.endS()) / 2);
    QualityChooser.Progress progress = fetcher.progress();
    if (entry == null || underWay.startS() < positionS + GUARD_S) {
      return false;
    }
    if (progress == null) {
      return true; // its init segment is awaited
    }
    QualityChooser.Buffered segment = buffered(entry, positionS, underWay.periodIndex(), offer);
    return segment != null && !chooser.stopsAgain(offer, segment, progress);
  }

  private QualityChooser.@Nullable Buffered buffered(
      SegmentInventory.Entry entry, double positionS, int periodIndex, QualityChooser.Offer offer) {
    Representation own = representation(entry, offer.set());
    if (own == null
        || presentation.periodIndexAt(entry.startS() + SegmentInventory.TOLERANCE_S)
            != periodIndex) {
      return null;
    }
    return new QualityChooser.Buffered(
        own,
        entry.startS() - positionS,
        locator.upcoming(periodIndex, entry.startS() + SegmentInventory.TOLERANCE_S));
  }

  private static @Nullable Representation representation(
      SegmentInventory.Entry entry, AdaptationSet set) {
    for (Representation candidate : set.representations()) {
      if (candidate.id().equals(entry.qualityId())) {
        return candidate;
      }
    }
    return null;
  }
}
