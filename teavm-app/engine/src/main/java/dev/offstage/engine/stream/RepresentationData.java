package dev.offstage.engine.stream;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.util.Cancelable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been loaded of one Representation besides its media: the init segment and the index. */
final class RepresentationData {
  /** Hears when something has come, or has failed for good. */
  interface Listener {
    void onData();

    void onDataFailed(RepresentationData data, PlayerError error);
  }

  private final int periodIndex;
  private final Representation representation;
  private final Period period;
  private final Loader loader;
  private final Listener listener;
  private final List<InitSegment> inits = new ArrayList<>();
  private final List<Bytes> initBytes = new ArrayList<>();
  private final @Nullable PlaylistSource playlist;
  private final SegmentAddressing.@Nullable Searched searched;
  private @Nullable SegmentIndex index;
  private @Nullable InitSegment awaitedInit;
  private @Nullable Cancelable initLoad;
  private @Nullable Cancelable indexLoad;

  RepresentationData(
      int periodIndex,
      Representation representation,
      Period period,
      Playlists playlists,
      Loader loader,
      Listener listener) {
    this.periodIndex = periodIndex;
    this.representation = representation;
    this.period = period;
    this.loader = loader;
    this.listener = listener;
    if (representation.segments() instanceof SegmentAddressing.Listed listed) {
      index = listed.index();
    }
    searched = representation.segments() instanceof SegmentAddressing.Searched its ? its : null;
    playlist =
        representation.segments() instanceof SegmentAddressing.Playlist its
            ? playlists.of(its)
            : null;
  }

  int periodIndex() {
    return periodIndex;
  }

  Representation representation() {
    return representation;
  }

  /** Whether it is one of this set's, in this period. */
  boolean isIn(int periodIndex, AdaptationSet set) {
    if (this.periodIndex != periodIndex) {
      return false;
    }
    for (Representation candidate : set.representations()) {
      if (candidate == representation) {
        return true;
      }
    }
    return false;
  }

  /**
   * The segments, or null: then they are on the way.
   *
   * @param timeS where they are asked for, in seconds of the period; elsewhere they may be coarse
   */
  @Nullable SegmentIndex index(double timeS) {
    SegmentIndex known = knownIndex();
    if (known == null) {
      startIndexLoad();
    } else if (searched != null) {
      ByteRange wanted = searched.search().wantedAt(timeS);
      if (wanted != null) {
        search(searched, wanted);
        return null;
      }
    }
    return known;
  }

  /** The segments as far as they are known; null leaves it at that. */
  @Nullable SegmentIndex knownIndex() {
    return searched != null
        ? searched.search().index()
        : playlist == null ? index : playlist.index();
  }

  /** Whether segments are cut as they are found, so that tracks may miss their edges by far. */
  boolean isSearched() {
    return searched != null;
  }

  /** The playlist that names the segments, or null. */
  @Nullable PlaylistSource playlist() {
    return playlist;
  }

  /** See {@link PlaylistSource#refresh}. */
  double refresh() {
    return playlist == null
        ? Double.POSITIVE_INFINITY
        : playlist.refresh(loader, new IndexCallback());
  }

  /** It is to be played from now on. */
  void wake() {
    if (playlist != null) {
      playlist.wake(loader.nowMs());
    }
  }

  /** Whether the init segment of a segment is here, or none is needed. If not, it is on the way. */
  boolean hasInit(Segment segment) {
    InitSegment wanted = initOf(segment);
    if (wanted == null || bytesOf(wanted) != null) {
      return true;
    }
    if (initLoad != null && !wanted.equals(awaitedInit)) {
      initLoad.cancel();
      initLoad = null;
    }
    if (initLoad == null) {
      awaitedInit = wanted;
      initLoad =
          loader.load(
              new Request(
                  RequestKind.INIT, wanted.address(), wanted.range(), false, wanted.encryption()),
              new Loader.Callback() {
                @Override
                public void onLoaded(Bytes body, String finalUrl) {
                  initLoad = null;
                  inits.add(wanted);
                  initBytes.add(body);
                  listener.onData();
                }

                @Override
                public void onFailed(PlayerError error) {
                  initLoad = null;
                  listener.onDataFailed(RepresentationData.this, error);
                }
              });
    }
    return false;
  }

  /** What initialises the decoder for a segment, or null where the segment does it itself. */
  @Nullable InitSegment initOf(Segment segment) {
    return segment.init() == null ? representation.init() : segment.init();
  }

  /** A copy of a segment's init segment to append, or null where none is needed. */
  @Nullable Bytes copyOfInit(Segment segment) {
    InitSegment wanted = initOf(segment);
    Bytes init = wanted == null ? null : bytesOf(wanted);
    return init == null ? null : init.slice(0, init.sizeBytes());
  }

  private @Nullable Bytes bytesOf(InitSegment wanted) {
    for (int i = 0; i < inits.size(); i++) {
      if (inits.get(i).equals(wanted)) {
        return initBytes.get(i);
      }
    }
    return null;
  }

  void cancel() {
    if (initLoad != null) {
      initLoad.cancel();
      initLoad = null;
    }
    if (indexLoad != null) {
      indexLoad.cancel();
      indexLoad = null;
    }
    if (playlist != null) {
      playlist.cancel();
    }
  }

  private void search(SegmentAddressing.Searched its, ByteRange wanted) {
    if (indexLoad == null) {
      SearchLoad started = new SearchLoad(its.search(), new IndexCallback());
      indexLoad = started;
      started.start(its.address(), wanted, loader);
    }
  }

  private void startIndexLoad() {
    if (playlist != null) {
      if (!playlist.isLoading()) {
        playlist.load(loader, new IndexCallback());
      }
    } else if (indexLoad == null) {
      SegmentAddressing.Indexed indexed = (SegmentAddressing.Indexed) representation.segments();
      IndexLoad started = new IndexLoad(indexed.address(), loader, new IndexCallback());
      indexLoad = started;
      started.start(representation, indexed, period.endS() - period.startS());
    }
  }

  private final class IndexCallback implements IndexLoad.Callback {
    @Override
    public void onIndex(SegmentIndex loaded) {
      indexLoad = null;
      index = loaded;
      listener.onData();
    }

    @Override
    public void onFailed(PlayerError error) {
      indexLoad = null;
      listener.onDataFailed(RepresentationData.this, error);
    }
  }
}
