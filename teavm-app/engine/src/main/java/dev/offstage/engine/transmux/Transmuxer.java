package dev.offstage.engine.transmux;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import java.util.List;

/**
 * Turns the segments of one rendition into fragmented MP4, a track at a time. Segment by segment,
 * the calls are {@link #begin}, any number of {@link #push} and {@link #drain}, and {@link
 * #finish}; a {@code begin} without a {@code finish} before it gives up the segment.
 *
 * <p>Init segments come out before the first fragment of their track, again after each {@code
 * begin} that is not contiguous, and wherever the format changes.
 */
public interface Transmuxer {
  /** After so many seconds timestamps of 33 bits begin anew. */
  double WRAP_S = 8589934592.0 / 90000;

  /**
   * A new one.
   *
   * @param kind of which the segments are, {@link SegmentKind#isTransmuxed}
   */
  static Transmuxer of(SegmentKind kind, TransmuxOptions options) {
    return kind == SegmentKind.MPEG_TS
        ? new TsTransmuxer(options)
        : new PackedAudioTransmuxer(options);
  }

  /**
   * A segment begins.
   *
   * @param expectedS about when it starts, in media time, in seconds: timestamps are taken for
   *     those nearest to it, of all that 33 bits may stand for; NaN if that is not known, then they
   *     are taken as they are, or for those nearest to the last ones if it is contiguous
   * @param isContiguous whether it continues the segment that was finished last: then audio goes on
   *     seamlessly, and pictures may refer to the ones before
   */
  void begin(double expectedS, boolean isContiguous);

  /** Takes the next bytes of the segment, however they are cut. They are copied out once. */
  void push(Bytes bytes);

  /**
   * Hands out what is ready: whole samples, as many as there are.
   *
   * @return may be empty
   */
  List<Transmuxed> drain();

  /**
   * The segment is over: hands out all the rest.
   *
   * @throws ParserException if there was no media in it at all
   */
  List<Transmuxed> finish();

  /**
   * The segment is over, and the one that continues it goes on within its packets and frames, as
   * pieces of one file do: hands out what is complete. Only pictures begin anew with each piece.
   */
  List<Transmuxed> pause();
}
