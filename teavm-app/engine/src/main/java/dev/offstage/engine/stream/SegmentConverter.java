package dev.offstage.engine.stream;

import dev.offstage.engine.codec.AdtsFramer;
import dev.offstage.engine.codec.Codecs;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.HeapBytes;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.transmux.SegmentKind;
import dev.offstage.engine.transmux.TimedMetadata;
import dev.offstage.engine.transmux.TrackFragment;
import dev.offstage.engine.transmux.TrackInit;
import dev.offstage.engine.transmux.TransmuxOptions;
import dev.offstage.engine.transmux.TransmuxOptions.Tracks;
import dev.offstage.engine.transmux.Transmuxed;
import dev.offstage.engine.transmux.Transmuxer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes of transport streams and packed audio what SourceBuffers take. Segments that follow each
 * other go through the same transmuxer, so that their sound goes on seamlessly.
 */
final class SegmentConverter {
  /** Playlists round durations to some digits. */
  private static final double ROUNDING_S = 0.01;

  private @Nullable Transmuxer transmuxer;
  private boolean isMpegAudioRaw;
  private SegmentKind kind = SegmentKind.UNKNOWN;

  /** The Representation that the transmuxer is for. */
  private @Nullable RepresentationData source;

  /** The segment that it has been through last, as a whole; null in the midst of one. */
  private SegmentLocator.@Nullable Located last;

  /**
   * Takes what has come of a segment, and hands out what is ready.
   *
   * @param expectedS where the segment starts on its own timeline, as far as that is known, or NaN
   * @throws dev.offstage.engine.error.ParserException if there is no media in it
   */
  void convert(SegmentFetch fetch, SegmentKind found, double expectedS) {
    String codecs = fetch.target.data().representation().format().codecs();
    if (!fetch.isConverting) {
      fetch.isConverting = true;
      boolean isContiguous = begin(fetch.target, found, expectedS);
      fetch.startsAnew = !isContiguous && isTogether(codecs);
    }
    Transmuxer current = transmuxer;
    if (current == null) {
      throw new IllegalStateException("a segment without a transmuxer");
    }
    for (Bytes piece : fetch.waiting) {
      current.push(piece);
    }
    fetch.waiting.clear();
    boolean isWhole = fetch.entry != null;
    List<Transmuxed> items =
        !isWhole ? current.drain() : goesOn(fetch.target) ? current.pause() : current.finish();
    String contentType = null;
    for (Transmuxed item : items) {
      if (item instanceof TrackInit init) {
        // One track of two alone is no other type.
        boolean isAll = !isTogether(codecs) || init.video() != null && init.audio() != null;
        contentType = isAll ? init.contentType() : null;
        if (init.data().length > 0) {
          fetch.ready.add(new MediaPiece(new HeapBytes(init.data()), 0, contentType));
          contentType = null;
        }
      } else if (item instanceof TrackFragment fragment) {
        Bytes data = new HeapBytes(fragment.data());
        fetch.ready.add(new MediaPiece(data, fragment.timestampOffsetS(), contentType));
        contentType = null;
        if (fragment.type() == MediaType.VIDEO && !fetch.hasPictures) {
          fetch.hasPictures = true;
          fetch.mediaStartS = fragment.startS();
        } else if (Double.isNaN(fetch.mediaStartS)) {
          fetch.mediaStartS = fragment.startS();
        }
      } else if (item instanceof TimedMetadata tag) {
        fetch.tags.add(tag);
      }
    }
    last = isWhole ? fetch.target : null;
  }

  /** From now on MPEG audio comes out without a container, as it went in. */
  void leaveMpegAudioRaw() {
    isMpegAudioRaw = true;
    transmuxer = null;
    last = null;
  }

  /** Whether where a segment starts is known of what is ready: pictures count more than sound. */
  static boolean knowsStart(SegmentFetch fetch) {
    Format format = fetch.target.data().representation().format();
    boolean hasPictures = Codecs.video(format.codecs()) != null;
    return hasPictures && fetch.entry == null
        ? fetch.hasPictures
        : !Double.isNaN(fetch.mediaStartS);
  }

  private static boolean isTogether(@Nullable String codecs) {
    return Codecs.video(codecs) != null && Codecs.audio(codecs) != null;
  }

  /** Returns whether the segment continues the one before. */
  private boolean begin(SegmentLocator.Located target, SegmentKind found, double expectedS) {
    SegmentLocator.Located before = last;
    boolean isContiguous =
        before != null
            && before.data() == target.data()
            && kind == found
            && follows(before.segment(), target.segment());
    Transmuxer current = transmuxer;
    if (current == null || source != target.data() || kind != found) {
      current = Transmuxer.of(found, options(target.data().representation().format()));
      transmuxer = current;
      source = target.data();
      kind = found;
    }
    last = null;
    current.begin(expectedS, isContiguous);
    Bytes init = isContiguous ? null : target.data().copyOfInit(target.segment());
    if (init != null) {
      // Programme and parameter sets (RFC 8216bis, section 3.1.2); nothing in it is to be played.
      current.push(init);
      current.begin(expectedS, false);
    }
    return isContiguous;
  }

  /** Whether packets and frames of a segment go on in the next one. */
  private static boolean goesOn(SegmentLocator.Located target) {
    ByteRange range = target.segment().range();
    return target.data().isSearched() && range != null && range.last() != ByteRange.OPEN_END;
  }

  private static boolean follows(Segment before, Segment next) {
    return before.timeline() == next.timeline()
        && Math.abs(before.endS() - next.startS()) < ROUNDING_S;
  }

  private TransmuxOptions options(Format format) {
    String codecs = format.codecs();
    boolean hasVideo = Codecs.video(codecs) != null;
    String audio = Codecs.audio(codecs);
    Tracks tracks = hasVideo ? audio == null ? Tracks.VIDEO : Tracks.TOGETHER : Tracks.AUDIO;
    AdtsFramer.Sbr sbr =
        audio == null
            ? AdtsFramer.Sbr.BY_SAMPLE_RATE
            : switch (audio) {
              case "mp4a.40.2" -> AdtsFramer.Sbr.ABSENT;
              case "mp4a.40.5", "mp4a.40.29" -> AdtsFramer.Sbr.PRESENT;
              default -> AdtsFramer.Sbr.BY_SAMPLE_RATE;
            };
    boolean isRaw =
        format.mimeType().equals("audio/mpeg") || isMpegAudioRaw && tracks == Tracks.AUDIO;
    return new TransmuxOptions(sbr, isRaw, tracks);
  }
}
