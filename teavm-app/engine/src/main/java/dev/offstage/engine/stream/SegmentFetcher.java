package dev.offstage.engine.stream;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings one segment at a time from the network to the appender. */
final class SegmentFetcher {
  /** Hears how fetches end. */
  interface Listener {
    /**
     * All of the segment has come, and is on its way into the SourceBuffer.
     *
     * @param elapsedS how long the transfer took, from its request on
     */
    void onFetched(SegmentLocator.Located target, double elapsedS);

    /** It will not come. */
    void onFetchFailed(SegmentLocator.Located target, PlayerError error);
  }

  /** Other transfers may take their part: what is to play through has to come this much faster. */
  private static final double SURE = 0.7;

  private final Loader loader;
  private final SegmentAppender appender;
  private final Listener listener;
  private @Nullable SegmentFetch current;

  SegmentFetcher(Loader loader, SegmentAppender appender, Listener listener) {
    this.loader = loader;
    this.appender = appender;
    this.listener = listener;
  }

  /** The segment on its way, or null. */
  SegmentLocator.@Nullable Located target() {
    SegmentFetch fetch = current;
    return fetch == null ? null : fetch.target;
  }

  /** Whether this is what is on its way. */
  boolean isFetching(@Nullable SegmentFetch fetch) {
    return fetch != null && fetch == current;
  }

  /** How far it has come, or null if nothing is on its way any more. */
  QualityChooser.@Nullable Progress progress() {
    SegmentFetch fetch = current;
    if (fetch == null || fetch.request == null) {
      return null;
    }
    Segment segment = fetch.target.segment();
    Representation representation = fetch.target.data().representation();
    double knownBits = UpcomingSegments.sizeBits(segment);
    double elapsedS = fetch.request.elapsedMs() / 1_000;
    double waitedS = fetch.request.waitedMs() / 1_000;
    double receivedBits = fetch.request.receivedBytes() * 8;
    fetch.late.look(elapsedS - waitedS, receivedBits);
    return new QualityChooser.Progress(
        representation,
        Double.isNaN(knownBits)
            ? (segment.endS() - segment.startS()) * representation.bandwidthBps()
            : knownBits,
        receivedBits,
        elapsedS,
        waitedS,
        fetch.late.spanS(),
        fetch.late.bits());
  }

  /** Where the segment starts of which the first pieces are in; infinite for none. */
  double appendingFromS() {
    SegmentFetch fetch = current;
    return fetch != null && fetch.begun ? fetch.target.startS() : Double.POSITIVE_INFINITY;
  }

  /**
   * Starts. Nothing else may be on its way.
   *
   * @param streamed whether it is appended piece by piece while it comes
   * @param positionS the playhead
   */
  void start(SegmentLocator.Located target, boolean streamed, double positionS) {
    Segment segment = target.segment();
    SegmentFetch started = new SegmentFetch(target, streamed && segment.encryption() == null);
    started.playsS = target.endS() - Math.max(target.startS(), positionS);
    current = started;
    target.data().hasInit(target.segment()); // on its way at the same time
    started.request =
        loader.load(
            new Request(
                RequestKind.SEGMENT,
                segment.address(),
                segment.range(),
                started.streamed,
                segment.encryption()),
            new Loader.Callback() {
              @Override
              public void onPiece(Bytes piece) {
                started.waiting.add(piece);
                started.bytes += piece.sizeBytes();
                appendWhenReady();
              }

              @Override
              public void onRestart() {
                started.waiting.clear();
                started.bytes = 0;
                appender.abort(started);
              }

              @Override
              public void onLoaded(Bytes body, String finalUrl) {
                started.elapsedS = Objects.requireNonNull(started.request).elapsedMs() / 1_000;
                started.request = null;
                started.entry =
                    started.target.asEntry(Double.NaN, started.bytes + body.sizeBytes());
                if (body.sizeBytes() > 0) {
                  started.waiting.add(body);
                }
                appendWhenReady();
              }

              @Override
              public void onFailed(PlayerError error) {
                current = null;
                appender.abort(started);
                listener.onFetchFailed(target, error);
              }
            });
  }

  /** Appends what has come so far, if the init segment has come, too. */
  void appendWhenReady() {
    SegmentFetch fetch = current;
    if (fetch == null || !fetch.target.data().hasInit(fetch.target.segment())) {
      return;
    }
    boolean loaded = fetch.entry != null;
    if (!loaded && !fetch.begun && !playsThrough(fetch)) {
      return;
    }
    if (loaded) {
      current = null;
    }
    appender.append(fetch);
    if (loaded) {
      listener.onFetched(fetch.target, fetch.elapsedS);
    }
  }

  /**
   * Whether the rest of a segment comes before what is there has been played. Where it does not,
   * each piece would be followed by a halt; one longer wait is better than many short ones.
   */
  private boolean playsThrough(SegmentFetch fetch) {
    QualityChooser.Progress progress = progress();
    if (progress == null) {
      return true;
    }
    double receivingS = progress.elapsedS() - progress.waitedS();
    double leftBits = progress.sizeBits() - progress.receivedBits();
    return leftBits * receivingS <= progress.receivedBits() * fetch.playsS * SURE;
  }

  /** Gives the segment up. */
  void drop() {
    SegmentFetch dropped = current;
    current = null;
    if (dropped != null) {
      if (dropped.request != null) {
        dropped.request.cancel();
      }
      appender.abort(dropped);
    }
  }
}
