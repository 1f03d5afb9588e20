package dev.offstage.engine.stream;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.Live;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;
import org.jspecify.annotations.Nullable;

/**
 * The playlist of a Representation: loaded when its segments are asked for, and again and again
 * while they are played and the stream goes on (RFC 8216bis, section 6.3.4).
 */
final class PlaylistSource {
  /** Known segments are used if the playlist should have been loaded so many times since. */
  private static final double USABLE_UPDATES = 2;

  /** So many loads in a row that bring nothing new show that something is wrong. */
  private static final int PATIENCE_LOADS = 3;

  private final SegmentAddressing.Playlist addressing;
  private final Playlists all;
  private @Nullable SegmentIndex index;
  private boolean goesOn;
  private boolean outdated;
  private double beganMs;
  private double changedMs;
  private int vainLoads;
  private @Nullable PlayerError failure;
  private Loader.@Nullable Transfer load;

  PlaylistSource(SegmentAddressing.Playlist addressing, Playlists all) {
    this.addressing = addressing;
    this.all = all;
  }

  /** It has been loaded with the manifest. */
  void learn(SegmentIndex known, double nowMs) {
    take(known);
    beganMs = nowMs;
    changedMs = nowMs;
  }

  /** The segments; null while they are not known, or no longer. */
  @Nullable SegmentIndex index() {
    return outdated ? null : index;
  }

  /** Another Representation was played: what was known of this one may be too old. */
  void wake(double nowMs) {
    Live live = index == null ? null : index.live();
    if (live != null && load == null) {
      outdated |= nowMs - beganMs > USABLE_UPDATES * live.updateS() * 1_000;
    }
  }

  /**
   * Loads the playlist if its time has come: a while after the last time, half as long if that has
   * brought nothing new.
   *
   * @return milliseconds until it has, infinite if the answer will tell or there is none to come
   */
  double refresh(Loader loader, IndexLoad.Callback callback) {
    Live live = index == null ? null : index.live();
    if (live == null || load != null) {
      return Double.POSITIVE_INFINITY;
    }
    double nowMs = loader.nowMs();
    double dueMs = beganMs + live.updateS() * (vainLoads == 0 ? 1_000 : 500);
    if (nowMs < dueMs) {
      return dueMs - nowMs;
    }
    load(loader, callback);
    return Double.POSITIVE_INFINITY;
  }

  /** Loads it. The callback is never called before this method has returned. */
  void load(Loader loader, IndexLoad.Callback callback) {
    beganMs = loader.nowMs();
    load =
        loader.load(
            new Request(RequestKind.MANIFEST, addressing.address(), null),
            new Loader.Callback() {
              @Override
              public void onLoaded(Bytes body, String finalUrl) {
                end(loader);
                read(loader, body, finalUrl, callback);
              }

              @Override
              public void onFailed(PlayerError error) {
                end(loader);
                fail(error, callback);
              }
            });
  }

  boolean isLoading() {
    return load != null;
  }

  void cancel() {
    if (load != null) {
      load.cancel();
      load = null;
    }
  }

  /** Whether its times may be further and further from the media's: it goes on, or has done so. */
  boolean drifts() {
    return goesOn;
  }

  /** The media has shown that all segments are later than the playlist says. */
  void shift(double byS) {
    SegmentIndex before = index;
    if (before != null) {
      index = before.shifted(byS);
      all.latest = all.latest == before ? index : all.latest;
    }
  }

  /** For how long it has brought nothing new, in milliseconds, if it was loaded all the time. */
  double staleMs(double nowMs) {
    return vainLoads < PATIENCE_LOADS ? 0 : nowMs - changedMs;
  }

  /** Why it could not be loaded the last time, or null. */
  @Nullable PlayerError failure() {
    return failure;
  }

  private void read(Loader loader, Bytes body, String url, IndexLoad.Callback callback) {
    SegmentIndex loaded;
    try {
      loaded = addressing.reader().read(body, url, index, all.latest);
    } catch (ParserException e) {
      ErrorCode code =
          e.isMalformed() ? ErrorCode.MANIFEST_MALFORMED : ErrorCode.MANIFEST_UNSUPPORTED;
      fail(
          PlayerError.fatal(code, "The playlist cannot be used: " + e.getMessage(), url), callback);
      return;
    }
    failure = null;
    outdated = false;
    if (loaded == index) {
      vainLoads++;
      if (vainLoads % PATIENCE_LOADS == 0) {
        loader.avoid(addressing.address()); // others may be further
      }
    } else {
      vainLoads = 0;
      changedMs = loader.nowMs();
    }
    take(loaded);
    callback.onIndex(loaded);
  }

  /** What counts is when the last try began. */
  private void end(Loader loader) {
    Loader.Transfer ended = load;
    load = null;
    beganMs = ended == null ? beganMs : loader.nowMs() - ended.elapsedMs();
  }

  private void take(SegmentIndex known) {
    index = known;
    all.latest = known;
    goesOn |= known.live() != null;
  }

  /** What is known is played on; only who knows nothing has to hear of it. */
  private void fail(PlayerError error, IndexLoad.Callback callback) {
    failure = error;
    vainLoads++;
    if (index() == null) {
      callback.onFailed(error);
    } else {
      callback.onIndex(index);
    }
  }
}
