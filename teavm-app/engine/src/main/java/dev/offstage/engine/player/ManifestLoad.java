package dev.offstage.engine.player;

import dev.offstage.engine.container.SegmentStart;
import dev.offstage.engine.dash.MpdParser;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.hls.PlaylistParser;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.HeapBytes;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.transmux.SegmentKind;
import dev.offstage.engine.util.Cancelable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads a manifest and has it parsed: by its first bytes as HLS, else as DASH. They may also show
 * that it is a media file, of which no more is loaded than has to be.
 */
final class ManifestLoad implements Cancelable, Loader.Callback {
  /** Hears how it ended, once. */
  interface Callback {
    void onPresentation(Presentation presentation);

    void onFailed(PlayerError error);
  }

  private final String url;
  private final Loader loader;
  private final Callback callback;
  private final List<Bytes> pieces = new ArrayList<>();
  private Cancelable underWay;
  private double lengthBytes = Double.NaN;
  private int size;
  private @Nullable FileLoad file;

  private ManifestLoad(String url, Loader loader, Callback callback) {
    this.url = url;
    this.loader = loader;
    this.callback = callback;
    underWay =
        loader.load(new Request(RequestKind.MANIFEST, Address.of(url), null, true, null), this);
  }

  /** Starts; the callback is never called before this method has returned. */
  static Cancelable start(String url, Loader loader, Callback callback) {
    return new ManifestLoad(url, loader, callback);
  }

  @Override
  public void cancel() {
    underWay.cancel();
  }

  @Override
  public void onAnswer(boolean isPartial, double lengthBytes) {
    this.lengthBytes = lengthBytes;
  }

  @Override
  public void onPiece(Bytes piece) {
    boolean wasKnown = size >= SegmentKind.PROBE_BYTES;
    pieces.add(piece);
    size += piece.sizeBytes();
    if (!wasKnown && size >= SegmentKind.PROBE_BYTES) {
      look();
    } else if (file != null) {
      feed(file, piece);
    }
  }

  @Override
  public void onRestart() {
    pieces.clear();
    size = 0;
    file = null;
  }

  @Override
  public void onLoaded(Bytes body, String finalUrl) {
    if (file == null && size < SegmentKind.PROBE_BYTES) {
      look();
    }
    if (file != null) {
      file.finish();
      return;
    }
    byte[] text = SegmentStart.join(pieces, size);
    Bytes all = new HeapBytes(text);
    if (PlaylistParser.isPlaylist(all)) {
      HlsLoad hls = new HlsLoad(loader, callback);
      underWay = hls;
      hls.start(all, finalUrl);
    } else {
      parseMpd(text, finalUrl);
    }
  }

  @Override
  public void onFailed(PlayerError error) {
    callback.onFailed(error);
  }

  /** What a page hears of a manifest that cannot be used. */
  static PlayerError error(ParserException e, String url) {
    ErrorCode code =
        e.isMalformed() ? ErrorCode.MANIFEST_MALFORMED : ErrorCode.MANIFEST_UNSUPPORTED;
    return PlayerError.fatal(code, "The manifest cannot be used: " + e.getMessage(), url);
  }

  /** Sees whether it is a media file. */
  private void look() {
    byte[] start = SegmentStart.join(pieces, SegmentKind.PROBE_BYTES);
    SegmentKind kind = SegmentKind.ofFile(start, start.length);
    if (FileLoad.canPlay(kind)) {
      FileLoad started = new FileLoad(loader, url, kind, lengthBytes, callback);
      file = started;
      for (Bytes piece : pieces) {
        feed(started, piece);
      }
      pieces.clear();
    }
  }

  private void feed(FileLoad reader, Bytes piece) {
    if (underWay != reader && reader.take(piece)) {
      underWay.cancel();
      underWay = reader;
    }
  }

  private void parseMpd(byte[] text, String finalUrl) {
    Presentation presentation;
    try {
      presentation = MpdParser.parse(text, finalUrl);
    } catch (ParserException e) {
      callback.onFailed(error(e, url));
      return;
    }
    callback.onPresentation(presentation);
  }
}
