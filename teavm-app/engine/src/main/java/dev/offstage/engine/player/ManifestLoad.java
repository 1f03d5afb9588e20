package dev.offstage.engine.player;

import dev.offstage.engine.dash.MpdParser;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.util.Cancelable;

/** Loads a manifest and has it parsed. */
final class ManifestLoad {
  /** Hears how it ended, once. */
  interface Callback {
    void onPresentation(Presentation presentation);

    void onFailed(PlayerError error);
  }

  private ManifestLoad() {}

  /** Starts; the callback is never called before this method has returned. */
  static Cancelable start(String url, Loader loader, Callback callback) {
    return loader.load(
        new Request(RequestKind.MANIFEST, url, null),
        new Loader.Callback() {
          @Override
          public void onLoaded(Bytes body, String finalUrl) {
            Presentation presentation;
            try {
              presentation = MpdParser.parse(body.copy(0, body.sizeBytes()), finalUrl);
            } catch (ParserException e) {
              ErrorCode code =
                  e.isMalformed() ? ErrorCode.MANIFEST_MALFORMED : ErrorCode.MANIFEST_UNSUPPORTED;
              callback.onFailed(
                  PlayerError.fatal(code, "The manifest cannot be used: " + e.getMessage(), url));
              return;
            }
            callback.onPresentation(presentation);
          }

          @Override
          public void onFailed(PlayerError error) {
            callback.onFailed(error);
          }
        });
  }
}
