package dev.offstage.engine.stream;

import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.SegmentSearch;
import dev.offstage.engine.util.Cancelable;
import org.jspecify.annotations.Nullable;

/** Loads what the search for segments wants to see of a media file, as far as it has to. */
final class SearchLoad implements Cancelable, Loader.Callback {
  private final SegmentSearch search;
  private final IndexLoad.Callback callback;
  private @Nullable Cancelable request;

  SearchLoad(SegmentSearch search, IndexLoad.Callback callback) {
    this.search = search;
    this.callback = callback;
  }

  /** Starts; the callback is never called before this method has returned. */
  void start(Address address, ByteRange range, Loader loader) {
    request = loader.load(new Request(RequestKind.INDEX, address, range, true, null), this);
  }

  @Override
  public void cancel() {
    if (request != null) {
      request.cancel();
      request = null;
    }
  }

  @Override
  public void onPiece(Bytes piece) {
    if (search.take(piece)) {
      cancel();
      callback.onIndex(search.index());
    }
  }

  @Override
  public void onRestart() {
    search.restart();
  }

  @Override
  public void onLoaded(Bytes body, String finalUrl) {
    search.end();
    callback.onIndex(search.index());
  }

  @Override
  public void onFailed(PlayerError error) {
    callback.onFailed(error);
  }
}
