package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.container.SegmentStart;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.transmux.SegmentKind;
import dev.offstage.engine.transmux.TimedMetadata;
import dev.offstage.engine.transmux.Transmuxer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings segments into the SourceBuffer: at the place of their period, behind the init segment of
 * their Representation, and as a whole or not at all, though piece by piece.
 */
final class SegmentAppender {
  /** Hears how appends end. */
  interface Listener {
    /** All of a segment is in. */
    void onSegmentAppended();

    /**
     * All of a segment has gone in piece by piece, and some of it is not there: it may be the
     * media's own gap, or the browser has dropped the first pieces before the last ones came. The
     * segment is forgotten; appended as a whole it will show.
     */
    void onSegmentTorn(SegmentLocator.Located target);

    /**
     * There is an ID3 tag in a segment.
     *
     * @param timeS when it counts, on the presentation's timeline
     */
    void onTag(double timeS, byte[] data);

    /** A segment cannot be turned into something that the browser takes. */
    void onSegmentMalformed(SegmentLocator.Located target, ParserException reason);

    /**
     * An append failed.
     *
     * @param fetch what it was of, or for
     */
    void onAppendFailed(SegmentFetch fetch, SinkFailure failure);
  }

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

  private Presentation presentation;
  private final MediaTimelines timelines;
  private final AppendQueue queue;
  private final SegmentInventory inventory;
  private final Listener listener;
  private final SegmentConverter converter = new SegmentConverter();
  private @Nullable RepresentationData initialised;
  private @Nullable InitSegment initialisedBy;
  private @Nullable String family;

  SegmentAppender(
      Presentation presentation,
      MediaTimelines timelines,
      AppendQueue queue,
      SegmentInventory inventory,
      Listener listener) {
    this.presentation = presentation;
    this.timelines = timelines;
    this.queue = queue;
    this.inventory = inventory;
    this.listener = listener;
  }

  /** The presentation has been refreshed. */
  void refresh(Presentation refreshed) {
    presentation = refreshed;
  }

  /** Queues what has come of a segment. Its init segment has to be there. */
  void append(SegmentFetch fetch) {
    try {
      if (!prepare(fetch)) {
        return; // until more of it has come
      }
    } catch (ParserException e) {
      abort(fetch);
      listener.onSegmentMalformed(fetch.target, e);
      return;
    }
    if (!fetch.ready.isEmpty() || !fetch.waiting.isEmpty()) {
      Placement placement = fetch.placement;
      if (!fetch.begun || placement == null) {
        placement = placementOf(fetch);
        fetch.placement = placement;
        fetch.begun = true;
        if (fetch.startsAnew) {
          // Sound that starts a little before the end of what is there is a discontinuity, at which
          // the pictures behind it would be dropped, too, up to the next key frame.
          queue.abort(failure -> {});
        }
        appendTypeAndInit(fetch, placement);
      }
      for (Bytes piece : fetch.waiting) {
        fetch.ready.add(new MediaPiece(piece, 0));
      }
      fetch.waiting.clear();
      for (TimedMetadata tag : fetch.tags) {
        listener.onTag(tag.timeS() + placement.timestampOffsetS(), tag.data());
      }
      fetch.tags.clear();
      int attempt = fetch.attempt;
      for (MediaPiece piece : fetch.ready) {
        fetch.piecesUnderWay++;
        queue.append(
            piece.data(),
            placement.shifted(piece.offsetS()),
            fetch,
            failure -> onAppended(fetch, attempt, failure));
      }
      fetch.ready.clear();
    }
    SegmentInventory.Entry entry = fetch.entry;
    if (entry != null) {
      fetch.replaced = inventory.at((entry.startS() + entry.endS()) / 2);
      inventory.add(entry);
      settleWhenAllIsIn(fetch);
    }
  }

  /**
   * Of a segment that will not come to its end, or not this time, nothing may stay in the parser.
   */
  void abort(SegmentFetch fetch) {
    fetch.isConverting = false;
    fetch.ready.clear();
    fetch.tags.clear();
    fetch.mediaStartS = Double.NaN;
    fetch.hasPictures = false;
    if (fetch.begun) {
      fetch.begun = false;
      fetch.attempt++;
      fetch.piecesUnderWay = 0;
      queue.abandon(fetch);
    }
  }

  /**
   * Makes what can be appended of what has come.
   *
   * @return false while it cannot be said what the segment is, or where it goes
   */
  private boolean prepare(SegmentFetch fetch) {
    SegmentKind kind = kindOf(fetch);
    if (kind == null) {
      return false;
    }
    if (kind == SegmentKind.MPEG_TS || kind == SegmentKind.PACKED_AUDIO) {
      converter.convert(fetch, kind, expectedMediaS(fetch));
      if (!SegmentConverter.knowsStart(fetch)) {
        if (fetch.entry == null) {
          return false;
        }
        fetch.ready.clear(); // there is nothing in it
      }
      return true;
    }
    return fetch.waiting.isEmpty() || fetch.begun || isPlaced(fetch);
  }

  /** What the segment is; null while too little of it has come. */
  private @Nullable SegmentKind kindOf(SegmentFetch fetch) {
    if (fetch.kind == null) {
      byte[] start = SegmentStart.join(fetch.waiting, SegmentKind.PROBE_BYTES);
      if (start.length == SegmentKind.PROBE_BYTES || fetch.entry != null) {
        Bytes init = fetch.target.data().copyOfInit(fetch.target.segment());
        if (init == null) {
          fetch.kind = SegmentKind.of(start, start.length);
          if (fetch.kind == SegmentKind.UNKNOWN && start.length > 0) {
            throw ParserException.malformed("no media", "first bytes");
          }
        } else {
          byte[] first = init.copy(0, Math.min(init.sizeBytes(), SegmentKind.PROBE_BYTES));
          boolean isTs = SegmentKind.of(first, first.length) == SegmentKind.MPEG_TS;
          if (!isTs) {
            requireBoxes(fetch, first);
            requireBoxes(fetch, start);
          }
          // If it is neither, it is what the SourceBuffer takes.
          fetch.kind = isTs ? SegmentKind.MPEG_TS : SegmentKind.MP4;
        }
      }
    }
    return fetch.kind;
  }

  /** What is no media at all would break the element; so it is not given to it. */
  private static void requireBoxes(SegmentFetch fetch, byte[] start) {
    String mimeType = fetch.target.data().representation().format().mimeType();
    if (mimeType.endsWith("/mp4") && !SegmentKind.mayBeBox(start)) {
      throw ParserException.malformed("no MP4 box", "first bytes");
    }
  }

  /** Where the segment should start on its own timeline; NaN where nobody knows. */
  private double expectedMediaS(SegmentFetch fetch) {
    Segment segment = fetch.target.segment();
    if (segment.timeline() == Segment.KNOWN_TIMELINE) {
      return segment.startS() + fetch.target.data().representation().presentationTimeOffsetS();
    }
    return timelines.isKnown(segment.timeline())
        ? toldS(fetch) - timelines.offsetS(segment.timeline())
        : Double.NaN;
  }

  private void appendTypeAndInit(SegmentFetch fetch, Placement placement) {
    SegmentLocator.Located target = fetch.target;
    int attempt = fetch.attempt;
    SinkBuffer.Done onPrepared = failure -> onPrepared(fetch, attempt, failure);
    RepresentationData data = target.data();
    Representation representation = data.representation();
    String its = CodecFamily.of(representation.format());
    if (family != null && !family.equals(its)) {
      queue.changeType(representation.format().contentType(), onPrepared);
    }
    family = its;
    InitSegment wanted = data.initOf(target.segment());
    if (data != initialised || !Objects.equals(wanted, initialisedBy)) {
      initialised = data;
      initialisedBy = wanted;
      Bytes init = fetch.isConverting ? null : data.copyOfInit(target.segment());
      if (init != null) {
        queue.append(init, placement, this, onPrepared);
      }
    }
  }

  /**
   * Whether it is known where the segment's timestamps lie on the presentation's timeline. Where no
   * manifest says so, its first bytes do.
   */
  private boolean isPlaced(SegmentFetch fetch) {
    Segment segment = fetch.target.segment();
    int timeline = segment.timeline();
    boolean isKnown = timeline == Segment.KNOWN_TIMELINE || timelines.isKnown(timeline);
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
    boolean isKnown = timeline == Segment.KNOWN_TIMELINE || timelines.isKnown(timeline);
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

  /** Where a segment starts by what the manifest told of it. */
  private double toldS(SegmentFetch fetch) {
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

  private Placement placementOf(SegmentFetch fetch) {
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

  /** What waits behind an init segment that did not go in must not go in either. */
  private void onPrepared(SegmentFetch fetch, int attempt, @Nullable SinkFailure failure) {
    if (failure != null) {
      initialised = null;
      fail(fetch, attempt, failure);
    }
  }

  private void onAppended(SegmentFetch fetch, int attempt, @Nullable SinkFailure failure) {
    if (failure != null) {
      fail(fetch, attempt, failure);
    } else if (attempt == fetch.attempt) {
      fetch.piecesUnderWay--;
      settleWhenAllIsIn(fetch);
    }
  }

  private void fail(SegmentFetch fetch, int attempt, SinkFailure failure) {
    if (attempt == fetch.attempt || failure.kind() == SinkFailure.Kind.REJECTED) {
      abort(fetch);
      inventory.forget(fetch.target.startS(), fetch.target.endS());
      if (fetch.replaced != null) {
        inventory.add(fetch.replaced);
      }
      listener.onAppendFailed(fetch, failure);
    }
  }

  private void settleWhenAllIsIn(SegmentFetch fetch) {
    SegmentInventory.Entry entry = fetch.entry;
    if (entry != null && fetch.piecesUnderWay == 0) {
      double filledS = queue.buffered().coveredS(entry.startS(), entry.endS());
      boolean isExact = !fetch.target.data().isSearched();
      if (fetch.streamed && isExact && entry.isShort(filledS)) {
        inventory.forget(entry.startS(), entry.endS());
        listener.onSegmentTorn(fetch.target);
      } else {
        inventory.settle(entry, filledS);
        listener.onSegmentAppended();
      }
    }
  }
}
