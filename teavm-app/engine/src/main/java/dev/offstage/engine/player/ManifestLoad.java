package dev.offstage.engine.player;

import dev.offstage.engine.dash.MpdParser;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.hls.PlaylistParser;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.util.Cancelable;

/** Loads a manifest and has it parsed: by its first bytes as HLS, else as DASH. */
final class ManifestLoad implements Cancelable {
  /** Hears how it ended, once. */
  interface Callback {
    void onPresentation(Presentation presentation);

    void onFailed(PlayerError error);
  }

  private Cancelable underWay;

  private ManifestLoad(String url, Loader loader, Callback callback) {
    underWay =
        loader.load(
            new Request(RequestKind.MANIFEST, url, null),
            new Loader.Callback() {
              @Override
              public void onLoaded(Bytes body, String finalUrl) {
                if (PlaylistParser.isPlaylist(body)) {
                  HlsLoad hls = new HlsLoad(loader, callback);
                  underWay = hls;
                  hls.start(body, finalUrl);
                } else {
                  parseMpd(body, finalUrl, url, callback);
                }
              }

              @Override
              public void onFailed(PlayerError error) {
                callback.onFailed(error);
              }
            });
  }

  /** Starts; the callback is never called before this method has returned. */
  static Cancelable start(String url, Loader loader, Callback callback) {
    return new ManifestLoad(url, loader, callback);
  }

  @Override
  public void cancel() {
    underWay.cancel();
  }

  /** What a page hears of a manifest that cannot be used. */
  static PlayerError error(ParserException e, String url) {
    ErrorCode code =
        e.isMalformed() ? ErrorCode.MANIFEST_MALFORMED : ErrorCode.MANIFEST_UNSUPPORTED;
    return PlayerError.fatal(code, "The manifest cannot be used: " + e.getMessage(), url);
  }

  private static void parseMpd(Bytes body, String finalUrl, String url, Callback callback) {
    Presentation presentation;
    try {
      presentation = MpdParser.parse(body.copy(0, body.sizeBytes()), finalUrl);
    } catch (ParserException e) {
      callback.onFailed(error(e, url));
      return;
    }
    callback.onPresentation(presentation);
  }
}
