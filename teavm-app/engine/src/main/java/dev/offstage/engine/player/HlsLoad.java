package dev.offstage.engine.player;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.hls.HlsPresentation;
import dev.offstage.engine.hls.MediaPlaylist;
import dev.offstage.engine.hls.MultivariantPlaylist;
import dev.offstage.engine.hls.Playlist;
import dev.offstage.engine.hls.PlaylistParser;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.transmux.CodecProbe;
import dev.offstage.engine.util.Cancelable;
import org.jspecify.annotations.Nullable;

/**
 * From a playlist to a presentation: loads the first media playlist, which says how long it lasts,
 * and an init segment or the start of a segment where no playlist says which codecs there are.
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
    Segment sample = hls.lacksCodecs() ? HlsPresentation.sample(first) : null;
    if (sample == null) {
      callback.onPresentation(hls.build(first, null));
    } else {
      request = loader.load(request(sample), new Sampling(hls, first, sample));
    }
  }

  /** What to do with a resource; a {@link ParserException} ends the load. */
  private interface Step {
    void take(Bytes body, String finalUrl);
  }

  private void load(Request wanted, Step step) {
    request =
        loader.load(
            wanted,
            new Answer() {
              @Override
              public void take(Bytes body, String finalUrl) {
                step.take(body, finalUrl);
              }
            });
  }

  /** Hears of a resource on its way. */
  private abstract class Answer implements Loader.Callback, Step {
    @Override
    public void onLoaded(Bytes body, String finalUrl) {
      request = null;
      try {
        take(body, finalUrl);
      } catch (ParserException e) {
        fail(e, finalUrl);
      }
    }

    @Override
    public void onFailed(PlayerError error) {
      request = null;
      callback.onFailed(error);
    }
  }

  /** For what says of a segment what it is made of. */
  private static Request request(Segment segment) {
    InitSegment init = segment.init();
    return init == null
        ? segmentRequest(segment)
        : new Request(RequestKind.INIT, init.address(), init.range(), true, init.encryption());
  }

  private static Request segmentRequest(Segment segment) {
    return new Request(
        RequestKind.SEGMENT, segment.address(), segment.range(), true, segment.encryption());
  }

  /** Hears of media that is loaded until it has said its codecs. */
  private final class Sampling extends Answer {
    private final HlsPresentation hls;
    private final MediaPlaylist first;
    private final Segment sample;
    private boolean isInit;
    private CodecProbe probe = new CodecProbe();

    Sampling(HlsPresentation hls, MediaPlaylist first, Segment sample) {
      this.hls = hls;
      this.first = first;
      this.sample = sample;
      this.isInit = sample.init() != null;
    }

    @Override
    public void onPiece(Bytes piece) {
      try {
        if (probe.take(piece)) {
          cancel();
          callback.onPresentation(hls.build(first, probe.codecs()));
        }
      } catch (ParserException e) {
        cancel();
        fail(e, first.url());
      }
    }

    @Override
    public void onRestart() {
      probe = new CodecProbe();
    }

    @Override
    public void take(Bytes body, String finalUrl) {
      boolean isKnown = probe.take(body);
      if (!isKnown && isInit && probe.needsMore()) {
        isInit = false;
        request = loader.load(segmentRequest(sample), this);
        return;
      }
      probe.finish();
      callback.onPresentation(hls.build(first, probe.codecs()));
    }
  }

  private void fail(ParserException e, String url) {
    callback.onFailed(ManifestLoad.error(e, url));
  }
}
