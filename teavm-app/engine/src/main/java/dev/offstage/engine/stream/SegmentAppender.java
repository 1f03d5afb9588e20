package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.container.InitType;
import dev.offstage.engine.container.SegmentStart;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.mp4.EventMessage;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
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
    void onSegmentTorn(SegmentFetch fetch);

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

  private static final String MP3_TYPE = "audio/mp4; codecs=\"mp3\"";
  private static final String MP3_FAMILY = CodecFamily.of(MP3_TYPE);

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
        findTags(fetch, piece);
        fetch.ready.add(new MediaPiece(piece, 0, null));
      }
      fetch.waiting.clear();
      for (TimedMetadata tag : fetch.tags) {
        listener.onTag(tag.timeS() + placement.timestampOffsetS(), tag.data());
      }
      fetch.tags.clear();
      int attempt = fetch.attempt;
      for (MediaPiece piece : fetch.ready) {
        fetch.piecesUnderWay++;
        String contentType = piece.contentType();
        if (contentType != null) {
          String before = family;
          setType(contentType, failure -> onTyped(fetch, attempt, before, failure));
        }
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
    SegmentKind kind = SegmentKind.of(first, first.length);
    if (kind == SegmentKind.MPEG_TS || kind == SegmentKind.WEBM) {
      return kind;
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
    if (family == null) {
      family = CodecFamily.of(representation.format()); // as the SourceBuffer was made
    }
    InitSegment wanted = data.initOf(target.segment());
    boolean isOther = data != initialised || !Objects.equals(wanted, initialisedBy);
    initialised = data;
    initialisedBy = wanted;
    if (fetch.isConverting || !isOther && wanted != null) {
      return; // what is made of it says what it is
    }
    Bytes init = data.copyOfInit(target.segment());
    setType(typeOf(fetch, init), onPrepared);
    if (init != null) {
      queue.append(init, placement, this, onPrepared);
    }
  }

  /** What comes next is of this type. */
  private void setType(String contentType, SinkBuffer.Done onPrepared) {
    String its = CodecFamily.of(contentType);
    if (!its.equals(family)) {
      family = its;
      // The one name of MP3 that all browsers know which take it in MP4.
      queue.changeType(its.equals(MP3_FAMILY) ? MP3_TYPE : contentType, onPrepared);
    }
  }

  /**
   * What a segment is. A media playlist has one list of codecs for all that is in it, whatever
   * comes behind a discontinuity, and says nothing of containers: there the media's own word
   * counts.
   */
  private static String typeOf(SegmentFetch fetch, @Nullable Bytes init) {
    Format format = fetch.target.data().representation().format();
    String found =
        fetch.target.segment().timeline() == Segment.KNOWN_TIMELINE
            ? null
            : InitType.of(init, fetch.waiting, format);
    return found == null ? format.contentType() : found;
  }

  /** Finds the ID3 tags between the fragments of a segment that is appended as it is. */
  private void findTags(SegmentFetch fetch, Bytes piece) {
    if (fetch.kind == SegmentKind.MP4) {
      for (EventMessage message : fetch.messages.take(piece)) {
        if (message.isId3()) {
          double startS = message.isRelative() ? placer.toldS(fetch) - offset(fetch) : 0;
          fetch.tags.add(new TimedMetadata(startS + message.timeS(), message.data()));
        }
      }
    }
  }

  private static double offset(SegmentFetch fetch) {
    Placement placement = fetch.placement;
    return placement == null ? 0 : placement.timestampOffsetS();
  }

  /** What waits behind an init segment that did not go in must not go in either. */
  private void onPrepared(SegmentFetch fetch, int attempt, @Nullable SinkFailure failure) {
    if (failure != null) {
      initialised = null;
      fail(fetch, attempt, failure);
    }
  }

  /**
   * What comes out of the transmuxer is of another type. A browser that takes MP3 in MP4 no more
   * than most do gets it as it is: the segment is taken once more.
   */
  private void onTyped(
      SegmentFetch fetch, int attempt, @Nullable String before, @Nullable SinkFailure failure) {
    if (failure != null && attempt == fetch.attempt && MP3_FAMILY.equals(family)) {
      family = before;
      converter.leaveMpegAudioRaw();
      abort(fetch);
      inventory.forget(fetch.target.startS(), fetch.target.endS());
      listener.onSegmentTorn(fetch);
    } else {
      onPrepared(fetch, attempt, failure);
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
        listener.onSegmentTorn(fetch);
      } else {
        inventory.settle(entry, filledS);
        listener.onSegmentAppended();
      }
    }
  }
}
