package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.container.SegmentStart;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.transmux.SegmentKind;
import dev.offstage.engine.transmux.TimedMetadata;
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

  private final SegmentPlacer placer;
  private final AppendQueue queue;
  private final SegmentInventory inventory;
  private final Listener listener;
  private final SegmentConverter converter = new SegmentConverter();
  private @Nullable RepresentationData initialised;
  private @Nullable InitSegment initialisedBy;
  private @Nullable String family;

  SegmentAppender(
      SegmentPlacer placer, AppendQueue queue, SegmentInventory inventory, Listener listener) {
    this.placer = placer;
    this.queue = queue;
    this.inventory = inventory;
    this.listener = listener;
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
        placement = placer.placementOf(fetch);
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
    if (fetch.restart()) {
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
    if (kind.isTransmuxed()) {
      converter.convert(fetch, kind, placer.expectedMediaS(fetch));
      if (!SegmentConverter.knowsStart(fetch)) {
        if (fetch.entry == null) {
          return false;
        }
        fetch.ready.clear(); // there is nothing in it
      }
      return true;
    }
    return fetch.waiting.isEmpty() || fetch.begun || placer.isPlaced(fetch);
  }

  /** What the segment is; null while too little of it has come. */
  private @Nullable SegmentKind kindOf(SegmentFetch fetch) {
    if (fetch.kind == null) {
      byte[] start = SegmentStart.join(fetch.waiting, SegmentKind.PROBE_BYTES);
      if (start.length == SegmentKind.PROBE_BYTES || fetch.entry != null) {
        fetch.kind = kindOf(fetch, start);
      }
    }
    return fetch.kind;
  }

  private static SegmentKind kindOf(SegmentFetch fetch, byte[] start) {
    Bytes init = fetch.target.data().copyOfInit(fetch.target.segment());
    if (init == null) {
      SegmentKind kind = SegmentKind.of(start, start.length);
      if (kind == SegmentKind.UNKNOWN && start.length > 0) {
        throw ParserException.malformed("no media", "first bytes");
      }
      return kind;
    }
    byte[] first = init.copy(0, Math.min(init.sizeBytes(), SegmentKind.PROBE_BYTES));
    if (SegmentKind.of(first, first.length) == SegmentKind.MPEG_TS) {
      return SegmentKind.MPEG_TS;
    }
    requireBoxes(fetch, first);
    requireBoxes(fetch, start);
    return SegmentKind.MP4; // or what else the SourceBuffer takes
  }

  /** What is no media at all would break the element; so it is not given to it. */
  private static void requireBoxes(SegmentFetch fetch, byte[] start) {
    String mimeType = fetch.target.data().representation().format().mimeType();
    if (mimeType.endsWith("/mp4") && !SegmentKind.mayBeBox(start)) {
      throw ParserException.malformed("no MP4 box", "first bytes");
    }
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
