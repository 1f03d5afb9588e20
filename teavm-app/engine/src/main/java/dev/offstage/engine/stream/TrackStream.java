package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.BufferPolicy;
import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.util.Cancelable;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one SourceBuffer filled around the playhead. Each {@link #tick} derives the next action
 * from what is buffered and where the playhead is; completions only record facts and ask for a
 * tick.
 */
public final class TrackStream {
  /** Hears what the stream has to tell its session. */
  public interface Listener {
    /** Something has changed: a tick is wanted. */
    void onChange();

    /** Segments of this Representation are being loaded from now on. */
    void onQuality(MediaType type, Representation representation);

    /** The stream cannot go on. */
    void onFailed(PlayerError error);
  }

  /** A segment on its way: requested, in pieces or as a whole, and waiting for its init segment. */
  private static final class Fetch {
    final SegmentLocator.Located target;
    final ArrayDeque<Bytes> waiting = new ArrayDeque<>();
    @Nullable Cancelable request;
    SegmentInventory.@Nullable Entry entry;
    boolean begun;
    int attempt;
    int piecesUnderWay;

    Fetch(SegmentLocator.Located target) {
      this.target = target;
    }
  }

  /** Media closer to the playhead than this is not replaced any more by a change of quality. */
  private static final double SWITCH_GUARD_S = 1;

  /**
   * With less media than this ahead, a segment is appended piece by piece while it comes, so that
   * its first frames can be shown before its last ones are here. Otherwise it is appended as a
   * whole, which is less work.
   */
  private static final double STREAM_BELOW_S = 1.5;

  /** A stream that has less than this ahead and no room for more cannot go on. */
  private static final double LEAST_AHEAD_S = 0.5;

  /** Frames at the edges of a period may be rounded to the other side by this much. */
  private static final double WINDOW_SLACK_S = 0.1;

  private final MediaType type;
  private final Presentation presentation;
  private final Loader loader;
  private final AppendQueue queue;
  private final Listener listener;
  private final SegmentLocator locator;
  private final SegmentInventory inventory = new SegmentInventory();
  private final Map<String, RepresentationData> dataByKey = new HashMap<>();

  private TrackSelection selection;
  private @Nullable Fetch fetch;
  private @Nullable String appendedInitKey;
  private @Nullable String bufferFamily;
  private @Nullable String loadedQualityId;
  private double positionS;
  private double quotaAheadS = Double.POSITIVE_INFINITY;
  private double quotaBehindS = Double.POSITIVE_INFINITY;
  private double longestSegmentS;
  private double missingFromS;
  private boolean complete;
  private boolean closed;

  public TrackStream(
      MediaType type,
      Presentation presentation,
      TrackSelection selection,
      QualityChooser chooser,
      Loader loader,
      AppendQueue queue,
      Listener listener) {
    this.type = type;
    this.presentation = presentation;
    this.selection = selection;
    this.loader = loader;
    this.queue = queue;
    this.listener = listener;
    this.locator = new SegmentLocator(presentation, inventory, chooser, this::dataOf);
  }

  /** What the stream is made of. */
  public MediaType type() {
    return type;
  }

  /** What it plays. */
  public TrackSelection selection() {
    return selection;
  }

  /** The queue in front of its SourceBuffer. */
  public AppendQueue queue() {
    return queue;
  }

  /** Whether everything from the playhead to the end of the presentation is buffered. */
  public boolean isComplete() {
    return complete && queue.isIdle();
  }

  /** Up to where media is there, or on its way into the SourceBuffer, from {@code timeS} on. */
  public double loadedToS(double timeS) {
    return inventory.runEndS(timeS);
  }

  /**
   * Whether no more media is to come for {@code timeS}, as of the last tick: what is not buffered
   * there now is a gap in the media itself.
   */
  public boolean isSettledAt(double timeS) {
    return queue.isIdle() && queue.isAttached() && missingFromS > timeS;
  }

  /** Plays something else from the next segment on. */
  public void select(TrackSelection other) {
    selection = other;
    dropFetch();
    inventory.forgetFrom(positionS + SWITCH_GUARD_S);
  }

  /** Has the media ahead that is of another quality loaded anew, in the one given. */
  public void replaceOtherQualities(String qualityId) {
    Fetch current = fetch;
    if (current != null && !current.target.data().representation().id().equals(qualityId)) {
      dropFetch();
    }
    inventory.forgetFrom(positionS + SWITCH_GUARD_S, qualityId);
  }

  /** Decides and starts what is to be done now. Cheap when that is nothing. */
  public void tick(double positionS, BufferConfig configured) {
    if (closed) {
      return;
    }
    this.positionS = positionS;
    BufferConfig goals =
        new BufferConfig(
            Math.min(configured.aheadS(), quotaAheadS),
            Math.min(configured.behindS(), quotaBehindS));
    if (queue.isIdle() && queue.isAttached()) {
      TimeRanges buffered = queue.buffered();
      inventory.reconcile(buffered);
      trim(buffered, goals);
    }
    SegmentLocator.Result next =
        locator.next(
            positionS, goals, selection, fetch == null ? null : fetch.target, loadedQualityId);
    complete = next instanceof SegmentLocator.Complete;
    missingFromS = next instanceof SegmentLocator.Awaiting ? positionS : Double.POSITIVE_INFINITY;
    if (next instanceof SegmentLocator.Located located) {
      missingFromS = located.startS();
      if (fetch == null || !fetch.target.isSameAs(located)) {
        dropFetch();
        start(located);
      }
    } else {
      dropFetch();
    }
  }

  /** Ends all requests; nothing is heard of the stream afterwards. */
  public void close() {
    closed = true;
    dropFetch();
    for (RepresentationData data : dataByKey.values()) {
      data.cancel();
    }
    queue.close();
  }

  private void start(SegmentLocator.Located target) {
    Fetch started = new Fetch(target);
    fetch = started;
    Representation representation = target.data().representation();
    if (!representation.id().equals(loadedQualityId)) {
      loadedQualityId = representation.id();
      listener.onQuality(type, representation);
    }
    target.data().hasInit(); // on its way at the same time
    Segment segment = target.segment();
    boolean streamed = target.startS() - positionS < STREAM_BELOW_S;
    started.request =
        loader.load(
            new Request(RequestKind.SEGMENT, segment.url(), segment.range(), streamed),
            new Loader.Callback() {
              @Override
              public void onPiece(Bytes piece) {
                started.waiting.add(piece);
                appendWhenReady();
              }

              @Override
              public void onRestart() {
                started.waiting.clear();
                abortPartOf(started);
              }

              @Override
              public void onLoaded(Bytes body, String finalUrl) {
                started.request = null;
                started.entry = target.asEntry(0);
                if (body.sizeBytes() > 0) {
                  started.waiting.add(body);
                }
                appendWhenReady();
              }

              @Override
              public void onFailed(PlayerError error) {
                if (isBehindTheEnd(target, error)) {
                  fetch = null;
                  inventory.add(target.asEntry(0));
                  listener.onChange();
                } else {
                  fail(error);
                }
              }
            });
  }

  /**
   * Whether a segment that is not there was one too many. A duration that was rounded up lets a
   * SegmentTemplate name a last segment that was never made; nothing is missing then.
   */
  private static boolean isBehindTheEnd(SegmentLocator.Located target, PlayerError error) {
    SegmentIndex index = target.data().index();
    int position = target.segment().position();
    return error.code() == ErrorCode.HTTP_STATUS
        && "404".equals(error.data().get("status"))
        && index != null
        && position > 0
        && position == index.count() - 1;
  }

  private void dropFetch() {
    Fetch dropped = fetch;
    fetch = null;
    if (dropped != null) {
      if (dropped.request != null) {
        dropped.request.cancel();
      }
      abortPartOf(dropped);
    }
  }

  /**
   * Of a segment that will not come to its end, or not this time, nothing may stay in the parser.
   */
  private void abortPartOf(Fetch broken) {
    if (broken.begun) {
      broken.begun = false;
      broken.attempt++;
      broken.piecesUnderWay = 0;
      queue.forget(broken);
      queue.abort(failure -> {});
    }
  }

  private void appendWhenReady() {
    Fetch current = fetch;
    if (closed || current == null || !current.target.data().hasInit()) {
      return;
    }
    SegmentLocator.Located target = current.target;
    if (!current.waiting.isEmpty()) {
      Placement placement = placementOf(target);
      if (!current.begun) {
        current.begun = true;
        appendTypeAndInit(target, placement);
      }
      int attempt = current.attempt;
      while (!current.waiting.isEmpty()) {
        current.piecesUnderWay++;
        queue.append(
            current.waiting.remove(),
            placement,
            current,
            failure -> onAppended(current, attempt, failure));
      }
    }
    SegmentInventory.Entry entry = current.entry;
    if (entry != null) {
      fetch = null;
      inventory.add(entry);
      longestSegmentS = Math.max(longestSegmentS, target.endS() - target.startS());
      noteWhenAllIsIn(current);
      listener.onChange();
    }
  }

  private void appendTypeAndInit(SegmentLocator.Located target, Placement placement) {
    Representation representation = target.data().representation();
    String family = CodecFamily.of(representation.format());
    if (bufferFamily == null) {
      bufferFamily = family;
    } else if (!bufferFamily.equals(family)) {
      bufferFamily = family;
      queue.changeType(representation.format().contentType(), this::onPrepared);
    }
    String initKey = keyOf(target.periodIndex(), representation);
    if (!initKey.equals(appendedInitKey)) {
      appendedInitKey = initKey;
      Bytes init = target.data().copyOfInit();
      if (init != null) {
        queue.append(init, placement, this, this::onPrepared);
      }
    }
  }

  private Placement placementOf(SegmentLocator.Located target) {
    Period period = presentation.periods().get(target.periodIndex());
    double offset = period.startS() - target.data().representation().presentationTimeOffsetS();
    return new Placement(
        offset, Math.max(0, period.startS() - WINDOW_SLACK_S), period.endS() + WINDOW_SLACK_S);
  }

  private void onPrepared(@Nullable SinkFailure failure) {
    if (failure != null) {
      appendedInitKey = null;
      onAppendFailed(failure, null);
    }
  }

  private void onAppended(Fetch source, int attempt, @Nullable SinkFailure failure) {
    boolean isVoid = attempt != source.attempt;
    if (closed || isVoid && (failure == null || failure.kind() != SinkFailure.Kind.REJECTED)) {
      return;
    }
    if (failure == null) {
      source.piecesUnderWay--;
      noteWhenAllIsIn(source);
      return;
    }
    if (source == fetch) {
      dropFetch();
    } else {
      abortPartOf(source);
    }
    SegmentLocator.Located target = source.target;
    inventory.forget(target.startS(), target.endS());
    onAppendFailed(failure, target.segment().url());
  }

  private void noteWhenAllIsIn(Fetch source) {
    SegmentInventory.Entry entry = source.entry;
    if (entry != null && source.piecesUnderWay == 0) {
      inventory.settle(entry, queue.buffered().coveredS(entry.startS(), entry.endS()));
      listener.onChange();
    }
  }

  private void onAppendFailed(SinkFailure failure, @Nullable String url) {
    switch (failure.kind()) {
      case CLOSED -> {
        // The page is on its way to something else, or the sink tells of the end by itself.
      }
      case QUOTA -> makeRoom();
      case REJECTED ->
          fail(
              PlayerError.fatal(
                  ErrorCode.APPEND_REJECTED,
                  "The browser refused a "
                      + type.wireName()
                      + " segment ("
                      + failure.message()
                      + ").",
                  url));
    }
  }

  /**
   * The SourceBuffer is full: from now on nothing is kept behind the playhead. What lies there, and
   * what a seek back has left far ahead, makes room; without either, less is held ahead.
   */
  private void makeRoom() {
    quotaBehindS = 0;
    TimeRanges buffered = queue.buffered();
    double runEndS = inventory.runEndS(positionS);
    double oldToS = inventory.lastStartS(positionS) - WINDOW_SLACK_S;
    boolean hasOld = buffered.count() > 0 && buffered.startS(0) < oldToS;
    int strayIndex = buffered.indexFrom(runEndS + SegmentInventory.TOLERANCE_S);
    if (hasOld) {
      queue.remove(0, oldToS, this::onTrimmed);
    }
    if (strayIndex >= 0) {
      queue.remove(buffered.startS(strayIndex), Double.POSITIVE_INFINITY, this::onTrimmed);
    }
    if (hasOld || strayIndex >= 0) {
      return;
    }
    double aheadS = runEndS - positionS;
    if (aheadS < LEAST_AHEAD_S) {
      fail(
          PlayerError.fatal(
              ErrorCode.QUOTA_EXCEEDED, "There is no room for the next segment.", null));
      return;
    }
    quotaAheadS = Math.min(quotaAheadS, aheadS) * 0.8;
    listener.onChange();
  }

  private void trim(TimeRanges buffered, BufferConfig goals) {
    if (buffered.count() == 0) {
      return;
    }
    double from = buffered.startS(0);
    double removeTo = BufferPolicy.removeBehindToS(goals, positionS, from);
    // A removal reaches on to the next random access point, so it has to end just before one, or it
    // would take the pictures at the playhead with it (Media Source Extensions, section 3.5.9).
    double end = inventory.lastStartS(removeTo) - WINDOW_SLACK_S;
    if (removeTo > 0 && end > from) {
      queue.remove(0, end, this::onTrimmed);
    }
    double removeFrom =
        BufferPolicy.removeAheadFromS(
            goals, positionS, buffered.endS(buffered.count() - 1), longestSegmentS);
    if (removeFrom < Double.POSITIVE_INFINITY) {
      inventory.forgetFrom(segmentStart(removeFrom));
      queue.remove(segmentStart(removeFrom), Double.POSITIVE_INFINITY, this::onTrimmed);
    }
  }

  private double segmentStart(double timeS) {
    SegmentInventory.Entry entry = inventory.at(timeS);
    return entry == null ? timeS : Math.min(timeS, entry.startS());
  }

  private void onTrimmed(@Nullable SinkFailure failure) {
    // A removal that failed is asked for again by the next tick.
    if (!closed) {
      listener.onChange();
    }
  }

  private RepresentationData dataOf(int periodIndex, Representation representation) {
    String key = keyOf(periodIndex, representation);
    RepresentationData data = dataByKey.get(key);
    if (data == null) {
      data =
          new RepresentationData(
              periodIndex,
              representation,
              presentation.periods().get(periodIndex),
              loader,
              new RepresentationData.Listener() {
                @Override
                public void onData() {
                  appendWhenReady();
                  listener.onChange();
                }

                @Override
                public void onDataFailed(PlayerError error) {
                  fail(error);
                }
              });
      dataByKey.put(key, data);
    }
    return data;
  }

  private static String keyOf(int periodIndex, Representation representation) {
    return periodIndex + "/" + representation.id();
  }

  private void fail(PlayerError error) {
    if (!closed) {
      close();
      listener.onFailed(error);
    }
  }
}
