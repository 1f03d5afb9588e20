package dev.offstage.engine.player;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.hls.HlsPresentation;
import dev.offstage.engine.hls.MediaMap;
import dev.offstage.engine.hls.MediaPlaylist;
import dev.offstage.engine.hls.MultivariantPlaylist;
import dev.offstage.engine.hls.Playlist;
import dev.offstage.engine.hls.PlaylistParser;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.mp4.TrackHeader;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.util.Cancelable;
import org.jspecify.annotations.Nullable;

/**
 * From a playlist to a presentation: loads the first media playlist, which says how long it lasts,
 * and an init segment where no playlist says which codecs there are.
 */
final class HlsLoad implements Cancelable {
  private final Loader loader;
  private final ManifestLoad.Callback callback;
  private @Nullable Cancelable request;

  HlsLoad(Loader loader, ManifestLoad.Callback callback) {
    this.loader = loader;
    this.callback = callback;
  }

  /**
   * Starts.
   *
   * @param body a playlist of either kind
   * @param url where it came from, after redirects
   */
  void start(Bytes body, String url) {
    try {
      Playlist playlist = PlaylistParser.parse(body, url);
      if (playlist instanceof MultivariantPlaylist multivariant) {
        loadFirst(HlsPresentation.of(multivariant));
      } else {
        MediaPlaylist media = (MediaPlaylist) playlist;
        onFirst(HlsPresentation.of(media), media);
      }
    } catch (ParserException e) {
      fail(e, url);
    }
  }

  @Override
  public void cancel() {
    if (request != null) {
      request.cancel();
      request = null;
    }
  }

  private void loadFirst(HlsPresentation hls) {
    load(
        new Request(RequestKind.MANIFEST, hls.first(), null),
        (body, finalUrl) ->
            onFirst(hls, PlaylistParser.parseMedia(body, finalUrl, hls.variables(), null)));
  }

  private void onFirst(HlsPresentation hls, MediaPlaylist first) {
    MediaMap map = first.count() == 0 ? null : first.map(0);
    if (!hls.lacksCodecs() || map == null) {
      callback.onPresentation(hls.build(first, null));
      return;
    }
    ByteRange range = map.range();
    load(
        new Request(RequestKind.INIT, map.url(), range),
        (body, finalUrl) -> callback.onPresentation(hls.build(first, codecs(body))));
  }

  private static String codecs(Bytes init) {
    String codecs = "";
    for (TrackHeader track : InitSegmentReader.tracks(init.copy(0, init.sizeBytes()))) {
      codecs = codecs.isEmpty() ? track.codec() : codecs + ',' + track.codec();
    }
    return codecs;
  }

  /** What to do with a resource; a {@link ParserException} ends the load. */
  private interface Step {
    void take(Bytes body, String finalUrl);
  }

  private void load(Request wanted, Step step) {
    request =
        loader.load(
            wanted,
            new Loader.Callback() {
              @Override
              public void onLoaded(Bytes body, String finalUrl) {
                request = null;
                try {
                  step.take(body, finalUrl);
                } catch (ParserException e) {
                  fail(e, finalUrl);
                }
              }

              @Override
              public void onFailed(PlayerError error) {
                request = null;
                callback.onFailed(error);
              }
            });
  }

  private void fail(ParserException e, String url) {
    callback.onFailed(ManifestLoad.error(e, url));
  }
}
