package dev.offstage.engine.stream;

import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentIndex;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one SourceBuffer filled around the playhead. Each {@link #look} derives the next action
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

    /**
     * This Representation cannot be loaded. The stream goes on with the others of its set.
     *
     * @param error why
     */
    void onLeftOut(Representation representation, PlayerError error);

    /**
     * There is an ID3 tag in the media.
     *
     * @param timeS when it counts
     */
    void onTag(double timeS, byte[] data);

    /**
     * The browser takes no more media of this stream, which has ended. It may be the media's fault
     * or that of the element, which takes none once it has failed.
     *
     * @param error what to say if it is the media's
     */
    void onRefused(PlayerError error);

    /** The stream cannot go on. */
    void onFailed(PlayerError error);
  }

  /** Media closer to the playhead than this is not replaced any more by a change of quality. */
  private static final double SWITCH_GUARD_S = 1;

  /** So much media is loaded ahead even where no more bytes should be held. */
  private static final double LEAST_AHEAD_S = 2;

  /**
   * With less media than this ahead, or less than the segment is long, it is appended piece by
   * piece while it comes, so that its first frames can be shown before its last ones are here.
   * Otherwise it is appended as a whole, which is less work.
   */
  private static final double STREAM_BELOW_S = 1.5;

  private final MediaType type;
  private final AppendQueue queue;
  private final Listener listener;
  private final RepresentationStore store;
  private final SegmentLocator locator;
  private final SegmentInventory inventory = new SegmentInventory();
  private final SegmentPlacer placer;
  private final SegmentFetcher fetcher;
  private final QualityChooser chooser;
  private final Adaptation adaptation;
  private final BufferRoom room;
  private final Replacement replacement;

  private TrackSelection selection;
  private @Nullable String loadedQualityId;
  private double positionS;
  private SegmentLocator.@Nullable Result next;

  /** Whose index has been waited for last. */
  private @Nullable RepresentationData awaited;

  private double tornFromS = Double.NaN;
  private boolean closed;

  public TrackStream(
      MediaType type,
      Presentation presentation,
      MediaTimelines timelines,
      Playlists playlists,
      TrackSelection selection,
      QualityChooser chooser,
      Loader loader,
      AppendQueue queue,
      Listener listener) {
    this.type = type;
    this.selection = selection;
    this.queue = queue;
    this.listener = listener;
    Parts parts = new Parts();
    this.store = new RepresentationStore(presentation, playlists, loader, parts);
    this.locator = new SegmentLocator(presentation, inventory, chooser, store::of);
    this.placer = new SegmentPlacer(presentation, timelines, inventory);
    SegmentAppender appender = new SegmentAppender(placer, queue, inventory, parts);
    this.fetcher = new SegmentFetcher(loader, appender, parts);
    this.chooser = chooser;
    this.adaptation = new Adaptation(chooser, locator, fetcher);
    this.room = new BufferRoom(queue, inventory, this::changed);
    this.replacement = new Replacement(presentation, locator, inventory, fetcher, chooser);
  }

  /** What the stream is made of. */
  public MediaType type() {
    return type;
  }

  /** The presentation has been refreshed: another one with the same periods and tracks. */
  public void refresh(Presentation refreshed) {
    store.refresh(refreshed);
    locator.refresh(refreshed);
    placer.refresh(refreshed);
    replacement.refresh(refreshed);
  }

  /**
   * Has the segments that are played named anew, if they change and it is time to.
   *
   * @return milliseconds until it is, maybe infinite
   */
  public double refreshSegments() {
    RepresentationData used = locator.used();
    return closed || used == null ? Double.POSITIVE_INFINITY : used.refresh();
  }

  /** The segments that are played, in the presentation's last period; null while unknown. */
  public @Nullable SegmentIndex segments() {
    RepresentationData used = locator.used();
    return used == null ? null : used.knownIndex();
  }

  /** See {@link PlaylistSource#staleMs}. */
  public double staleMs(double nowMs) {
    PlaylistSource playlist = playlist();
    return playlist == null ? 0 : playlist.staleMs(nowMs);
  }

  /** Why the segments could not be named anew the last time, or null. */
  public @Nullable PlayerError refreshFailure() {
    PlaylistSource playlist = playlist();
    return playlist == null ? null : playlist.failure();
  }

  private @Nullable PlaylistSource playlist() {
    RepresentationData used = locator.used();
    return used == null ? null : used.playlist();
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
    return next instanceof SegmentLocator.Complete && queue.isIdle();
  }

  /**
   * From where on media is still to come, as of the last look, be it from the network or already on
   * its way into the SourceBuffer. What is not buffered before is a gap in the media itself.
   */
  public double awaitedFromS() {
    return queue.isAttached()
        ? Math.min(missingFromS(), inventory.pendingFromS(positionS, queue.buffered()))
        : Double.NEGATIVE_INFINITY;
  }

  /**
   * Whether all of the track is there, as of the last look, and none of it from {@code timeS} on.
   */
  public boolean isOverAt(double timeS) {
    TimeRanges buffered = queue.buffered();
    return isComplete() && buffered.count() > 0 && buffered.endS(buffered.count() - 1) <= timeS;
  }

  /** Whether there is nothing of the track at all, as of the last look, nor will there be. */
  public boolean isMissing() {
    return isComplete() && queue.buffered().count() == 0 && locator.isAllMissing();
  }

  /** How many bytes of media are there, or on their way into the SourceBuffer. */
  public double heldBytes() {
    return inventory.bytes();
  }

  /**
   * Plays something else.
   *
   * @param immediate whether from the playhead on, even if playback has to wait; else what is
   *     buffered is played until the other is there
   */
  public void select(TrackSelection other, boolean immediate) {
    selection = other;
    fetcher.drop();
    if (immediate) {
      inventory.forget(positionS, Double.POSITIVE_INFINITY);
      inventory.forgetAt(positionS);
      queue.remove(positionS, Double.POSITIVE_INFINITY, failure -> changed());
    } else {
      inventory.forgetFrom(positionS + SWITCH_GUARD_S);
    }
  }

  /** Has the media ahead that is of another quality loaded anew, in the one given. */
  public void replaceOtherQualities(String qualityId) {
    SegmentLocator.Located underWay = fetcher.target();
    if (underWay != null && !underWay.data().representation().id().equals(qualityId)) {
      fetcher.drop();
    }
    inventory.forgetFrom(positionS + SWITCH_GUARD_S, qualityId);
  }

  /**
   * Looks at what is there and what is missing. {@link #act} then does something about it, once all
   * streams of the session have looked.
   *
   * @param leastPositionS what lies before is not needed any more
   * @param roomBytes how much more may be held; below 0 only what playback needs is loaded
   * @param mayTrim whether media may be removed; that opens a source again that has ended
   */
  public void look(
      double positionS,
      double leastPositionS,
      BufferConfig configured,
      double roomBytes,
      boolean mayTrim) {
    if (closed) {
      return;
    }
    this.positionS = positionS;
    BufferConfig goals = room.within(configured);
    if (queue.isIdle() && queue.isAttached()) {
      inventory.reconcile(queue.buffered(), positionS);
      if (mayTrim) {
        room.trim(goals, positionS, leastPositionS, fetcher.appendingFromS());
      }
    }
    if (roomBytes <= 0 && goals.aheadS() < Double.POSITIVE_INFINITY) {
      goals = new BufferConfig(Math.min(goals.aheadS(), LEAST_AHEAD_S), 0, goals.bytes());
    }
    double runEndS = inventory.runEndS(positionS);
    SegmentInventory.Entry last = inventory.at(runEndS - SegmentInventory.TOLERANCE_S);
    String currentId = last == null ? loadedQualityId : last.qualityId();
    boolean replacing = replacement.is(fetcher.target());
    if (!replacing && adaptation.look(selection, goals, runEndS - positionS, currentId)) {
      fetcher.drop();
    }
    SegmentLocator.Located underWay = replacing ? null : fetcher.target();
    next = locator.next(positionS, goals, selection, queue.buffered(), underWay, currentId);
    boolean mayReplace = mayTrim && roomBytes > 0;
    replacement.look(positionS, goals, mayReplace ? selection : null, queue.isIdle(), currentId);
  }

  /** From where on media is missing and wanted, as of the last look; infinite where nothing is. */
  public double missingFromS() {
    if (next instanceof SegmentLocator.Located located) {
      return located.startS();
    }
    return next instanceof SegmentLocator.Awaiting ? positionS : Double.POSITIVE_INFINITY;
  }

  /**
   * Starts what is to be done now, and ends what is not to be done any more.
   *
   * @param levelS segments that start later have to wait until the other streams have caught up
   */
  public void act(double levelS) {
    if (closed) {
      return;
    }
    SegmentLocator.Located underWay = fetcher.target();
    SegmentLocator.Located again = replacement.target();
    SegmentLocator.Located wanted =
        again != null ? again : next instanceof SegmentLocator.Located located ? located : null;
    if (wanted != null && underWay != null && underWay.isSameAs(wanted)) {
      return;
    }
    fetcher.drop();
    if (again != null && inventory.runEndS(positionS) <= levelS) {
      tellQuality(again);
      store.cancelAllBut(again.data());
      fetcher.start(again, false, positionS);
    } else if (again == null && wanted != null && wanted.startS() <= levelS) {
      start(wanted);
    } else if (again == null && next instanceof SegmentLocator.Awaiting) {
      RepresentationData indexed = locator.used();
      if (indexed != awaited) {
        store.cancelAllBut(indexed);
        awaited = indexed;
      }
    }
  }

  /** Ends all requests; nothing is heard of the stream afterwards. */
  public void close() {
    closed = true;
    fetcher.drop();
    store.cancelAllBut(null);
    queue.close();
  }

  private void start(SegmentLocator.Located target) {
    tellQuality(target);
    store.cancelAllBut(target.data());
    awaited = null;
    chooser.onStarted();
    double aheadS = target.startS() - positionS;
    boolean streamed = aheadS < Math.max(STREAM_BELOW_S, target.endS() - target.startS());
    fetcher.start(target, streamed && target.startS() != tornFromS, positionS);
  }

  /** Says which quality is being loaded, if it is another one than before. */
  private void tellQuality(SegmentLocator.Located target) {
    Representation representation = target.data().representation();
    if (!representation.id().equals(loadedQualityId)) {
      loadedQualityId = representation.id();
      listener.onQuality(type, representation);
    }
  }

  /**
   * Whether a segment that is not there was one too many. A duration that was rounded up lets a
   * SegmentTemplate name a last segment that was never made; nothing is missing then. But who wants
   * to be in the midst of it must be told, or be shown another quality: of this one nothing may be
   * buffered that could be shown to the end.
   */
  private boolean isBehindTheEnd(SegmentLocator.Located target, PlayerError error) {
    SegmentIndex index = target.data().knownIndex();
    return positionS < target.startS()
        && error.code() == ErrorCode.HTTP_STATUS
        && "404".equals(error.data().get("status"))
        && index != null
        && index.live() == null
        && index.count() > 1
        && target.segment().endS() >= index.segment(index.count() - 1).endS();
  }

  /** Goes on without a Representation that the server does not have; fails without another one. */
  private void leaveOut(RepresentationData data, PlayerError error) {
    boolean itsOwnFault =
        switch (error.code()) {
          case HTTP_STATUS, WRONG_CONTENT, INDEX_MALFORMED, APPEND_REJECTED, QUOTA_EXCEEDED -> true;
          default -> false; // the line: the others would not come either
        };
    TrackSelection rest = selection.without(data.periodIndex(), data.representation());
    if (!itsOwnFault || rest == null) {
      fail(error);
    } else if (!closed) {
      selection = rest;
      listener.onLeftOut(data.representation(), error);
      changed();
    }
  }

  /** There is no room for a segment, nor can any be made: a smaller one may find some. */
  private void onFull(SegmentFetch source) {
    PlayerError full =
        PlayerError.fatal(ErrorCode.QUOTA_EXCEEDED, "There is no room for the next segment.", null);
    RepresentationData data = source.target.data();
    AdaptationSet set = selection.inPeriod(source.target.periodIndex());
    if (set != null && set.representations().get(0) != data.representation()) {
      leaveOut(data, full);
    } else {
      fail(full);
    }
  }

  private void changed() {
    if (!closed) {
      listener.onChange();
    }
  }

  private void fail(PlayerError error) {
    if (!closed) {
      close();
      listener.onFailed(error);
    }
  }

  /** What the stream hears of its parts. */
  private final class Parts
      implements SegmentFetcher.Listener, SegmentAppender.Listener, RepresentationData.Listener {
    @Override
    public void onFetched(SegmentLocator.Located target, double elapsedS) {
      if (replacement.is(target)) {
        replacement.onFetched();
      } else {
        adaptation.onFetched(target, elapsedS);
      }
      changed();
    }

    @Override
    public void onFetchFailed(SegmentLocator.Located target, PlayerError error) {
      if (replacement.is(target)) {
        replacement.onFailed();
        changed();
      } else if (isBehindTheEnd(target, error)) {
        inventory.add(target.asEntry(0, 0));
        changed();
      } else {
        leaveOut(target.data(), error);
      }
    }

    @Override
    public void onSegmentAppended() {
      changed();
    }

    @Override
    public void onSegmentTorn(SegmentFetch fetch) {
      if (fetcher.isFetching(fetch)) {
        fetcher.drop();
      }
      tornFromS = fetch.target.startS();
      changed();
    }

    @Override
    public void onTag(double timeS, byte[] data) {
      listener.onTag(timeS, data);
    }

    @Override
    public void onSegmentMalformed(SegmentLocator.Located target, ParserException reason) {
      fetcher.drop();
      leaveOut(
          target.data(),
          PlayerError.fatal(
              ErrorCode.APPEND_REJECTED,
              "A segment is not media that can be played: " + reason.getMessage(),
              target.segment().url()));
    }

    @Override
    public void onAppendFailed(SegmentFetch source, SinkFailure failure) {
      if (fetcher.isFetching(source)) {
        fetcher.drop();
      }
      switch (failure.kind()) {
        case QUOTA -> {
          if (source.replaced != null) {
            replacement.onFailed();
            changed();
          } else if (!room.make(source.target.startS(), positionS, fetcher.appendingFromS())) {
            onFull(source);
          } // else it is loaded again
        }
        case REJECTED, CLOSED -> {
          if (!closed) {
            close();
            listener.onRefused(
                PlayerError.fatal(
                    ErrorCode.APPEND_REJECTED,
                    "The browser refused " + type.wireName() + " (" + failure.message() + ").",
                    source.target.segment().url()));
          }
        }
      }
    }

    @Override
    public void onData() {
      if (!closed) {
        fetcher.appendWhenReady();
        changed();
      }
    }

    @Override
    public void onDataFailed(RepresentationData data, PlayerError error) {
      leaveOut(data, error);
    }
  }
}
