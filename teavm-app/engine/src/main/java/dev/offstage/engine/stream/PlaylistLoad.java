package dev.offstage.engine.stream;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.util.Cancelable;

/** Loads the playlist that names the segments of a Representation. */
final class PlaylistLoad {
  private PlaylistLoad() {}

  /** Starts; the callback is never called before this method has returned. */
  static Cancelable start(
      SegmentAddressing.Playlist addressing, Loader loader, IndexLoad.Callback callback) {
    return loader.load(
        new Request(RequestKind.MANIFEST, addressing.address(), null),
        new Loader.Callback() {
          @Override
          public void onLoaded(Bytes body, String finalUrl) {
            SegmentIndex index;
            try {
              index = addressing.reader().read(body, finalUrl);
            } catch (ParserException e) {
              ErrorCode code =
                  e.isMalformed() ? ErrorCode.MANIFEST_MALFORMED : ErrorCode.MANIFEST_UNSUPPORTED;
              callback.onFailed(
                  PlayerError.fatal(
                      code, "The playlist cannot be used: " + e.getMessage(), finalUrl));
              return;
            }
            callback.onIndex(index);
          }

          @Override
          public void onFailed(PlayerError error) {
            callback.onFailed(error);
          }
        });
  }
}
