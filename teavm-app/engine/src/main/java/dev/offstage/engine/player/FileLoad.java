package dev.offstage.engine.player;

import dev.offstage.engine.codec.Codecs;
import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.error.PlayerError;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.net.Loader;
import dev.offstage.engine.net.Request;
import dev.offstage.engine.net.RequestKind;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.transmux.CodecProbe;
import dev.offstage.engine.transmux.FileSearch;
import dev.offstage.engine.transmux.SegmentKind;
import dev.offstage.engine.util.Cancelable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a media file that no manifest speaks of to a presentation: a transport stream, or audio
 * without a container. Its first bytes say what it is, its last ones how long it is.
 *
 * <p>A transport stream is played in pieces. Where the server does not tell the file's length or
 * sends no ranges, and where the file has no timestamps, it is loaded from its start to its end in
 * one go, and its duration is a guess until then.
 */
final class FileLoad implements Cancelable, Loader.Callback {
  /** What says how long a stream is lies within its last bytes. */
  private static final double TAIL_BYTES = 1 << 18;

  /** By then a file has shown what it is. */
  private static final double MOST_HEAD_BYTES = 1 << 24;

  /** Of so much, the bit rate of audio is told. */
  private static final double RATE_BYTES = 1 << 16;

  /** What is taken for the duration while nothing is known of it. */
  private static final double UNKNOWN_DURATION_S = 3600;

  private final Loader loader;
  private final String url;
  private final boolean isStream;
  private final double lengthBytes;
  private final ManifestLoad.Callback callback;
  private final CodecProbe probe = new CodecProbe();
  private final FileSearch search;
  private @Nullable Cancelable tail;
  private double headBytes;
  private double sizeBytes;

  /**
   * @param kind what the file is, {@link #canPlay}
   * @param lengthBytes of the file, or a little less; NaN where nobody knows
   */
  FileLoad(
      Loader loader,
      String url,
      SegmentKind kind,
      double lengthBytes,
      ManifestLoad.Callback callback) {
    this.loader = loader;
    this.url = url;
    this.isStream = kind == SegmentKind.MPEG_TS;
    this.lengthBytes = lengthBytes;
    this.callback = callback;
    this.search = new FileSearch(Address.of(url));
  }

  /** Whether files of a kind can be played without a manifest. */
  static boolean canPlay(SegmentKind kind) {
    return kind.isTransmuxed();
  }

  /**
   * Takes the file's first bytes.
   *
   * @return whether that is enough
   */
  boolean take(Bytes piece) {
    headBytes += piece.sizeBytes();
    try {
      boolean isKnown = probe.take(piece);
      boolean hasStart = isStream ? search.takeHead(piece) : headBytes >= RATE_BYTES;
      if (isKnown && hasStart) {
        begin();
      } else if (headBytes > MOST_HEAD_BYTES) {
        finish();
      } else {
        return false;
      }
    } catch (ParserException e) {
      callback.onFailed(ManifestLoad.error(e, url));
    }
    return true;
  }

  /** Those were all the bytes of the file, or there have been too many. */
  void finish() {
    try {
      probe.finish();
      playWhole();
    } catch (ParserException e) {
      callback.onFailed(ManifestLoad.error(e, url));
    }
  }

  @Override
  public void cancel() {
    if (tail != null) {
      tail.cancel();
      tail = null;
    }
  }

  private void begin() {
    if (!isStream || Double.isNaN(lengthBytes)) {
      playWhole();
      return;
    }
    beginTail();
    ByteRange range = new ByteRange(sizeBytes, ByteRange.OPEN_END);
    tail = loader.load(new Request(RequestKind.INDEX, Address.of(url), range, true, null), this);
  }

  private void beginTail() {
    sizeBytes = Math.max(0, lengthBytes - TAIL_BYTES);
    search.beginTail(sizeBytes);
  }

  @Override
  public void onAnswer(boolean isPartial, double lengthBytes) {
    if (!isPartial) {
      cancel();
      playWhole();
    }
  }

  @Override
  public void onPiece(Bytes piece) {
    sizeBytes += piece.sizeBytes();
    search.takeTail(piece);
  }

  @Override
  public void onRestart() {
    beginTail();
  }

  @Override
  public void onLoaded(Bytes body, String finalUrl) {
    tail = null;
    double durationS = search.endTail(sizeBytes);
    if (durationS > 0) {
      play(durationS, new InitSegment(url, new ByteRange(0, search.initBytes() - 1)));
    } else {
      playWhole();
    }
  }

  @Override
  public void onFailed(PlayerError error) {
    callback.onFailed(error);
  }

  private void playWhole() {
    double durationS = lengthBytes / headBytes * probe.seconds();
    durationS = durationS > 0 ? durationS : UNKNOWN_DURATION_S;
    sizeBytes = lengthBytes;
    search.takeAsWhole(durationS);
    play(durationS, null);
  }

  private void play(double durationS, @Nullable InitSegment init) {
    String codecs = probe.codecs();
    String video = Codecs.video(codecs);
    String audio = Codecs.audio(codecs);
    double bandwidthBps = sizeBytes * 8 / durationS;
    List<AdaptationSet> sets = new ArrayList<>();
    boolean isMp3 = audio != null && Codecs.isMp3(audio);
    if (video != null) {
      Format format = new Format("video/mp4", isMp3 ? video : codecs, 0, 0, 0, 0, 0);
      sets.add(set(MediaType.VIDEO, List.of(format), bandwidthBps, init));
    }
    if (isMp3) {
      sets.add(set(MediaType.AUDIO, Format.mp3(0, 0), bandwidthBps, init));
    } else if (video == null && audio != null) {
      Format format = new Format("audio/mp4", audio, 0, 0, 0, 0, 0);
      sets.add(set(MediaType.AUDIO, List.of(format), bandwidthBps, init));
    }
    if (sets.isEmpty()) {
      callback.onFailed(
          PlayerError.fatal(
              ErrorCode.MANIFEST_UNSUPPORTED, "There is no media in it that is known.", url));
      return;
    }
    callback.onPresentation(
        new Presentation(durationS, List.of(new Period("file", 0, durationS, sets))));
  }

  private AdaptationSet set(
      MediaType type, List<Format> formats, double bandwidthBps, @Nullable InitSegment init) {
    List<Representation> representations = new ArrayList<>();
    double offsetS = Double.isNaN(search.startS()) ? 0 : search.startS();
    for (Format format : formats) {
      representations.add(
          new Representation(
              format.mimeType(),
              format,
              (int) (bandwidthBps > 1 ? Math.min(bandwidthBps, 1e9) : 1e6),
              init,
              new SegmentAddressing.Searched(Address.of(url), search),
              offsetS));
    }
    return new AdaptationSet(type.wireName(), type, null, null, List.of(), representations);
  }
}
