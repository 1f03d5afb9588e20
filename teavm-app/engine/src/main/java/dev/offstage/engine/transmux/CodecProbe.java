package dev.offstage.engine.transmux;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.HeapBytes;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.util.ByteWriter;
import dev.offstage.engine.webm.WebmTracks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a segment is made of, from as little of it as will do. */
public final class CodecProbe {
  /** What has come before it is known what it is. */
  private final ByteWriter head = new ByteWriter();

  private @Nullable Transmuxer transmuxer;
  private String video = "";
  private String audio = "";
  private double firstS = Double.NaN;
  private double seconds;

  /**
   * Takes the next bytes.
   *
   * @return whether {@link #codecs} is complete
   * @throws dev.offstage.engine.error.ParserException malformed or unsupported
   */
  public boolean take(Bytes piece) {
    Transmuxer known = transmuxer;
    if (known != null) {
      known.push(piece);
      look(known.drain());
    } else {
      head.bytes(piece.copy(0, piece.sizeBytes()), 0, piece.sizeBytes());
      if (head.size() >= SegmentKind.PROBE_BYTES) {
        begin();
      }
    }
    return transmuxer instanceof TsTransmuxer ts
        ? (ts.has(MediaType.VIDEO) || ts.has(MediaType.AUDIO))
            && ts.has(MediaType.VIDEO) != video.isEmpty()
            && ts.has(MediaType.AUDIO) != audio.isEmpty()
        : !audio.isEmpty();
  }

  /**
   * Whether what has come, of which there is no more, is the init section of a transport stream:
   * what its streams hold is told by the segment behind it, and is to be taken on.
   */
  public boolean needsMore() {
    if (transmuxer == null) {
      begin();
    }
    return transmuxer instanceof TsTransmuxer && codecs().isEmpty();
  }

  /** There is no more of it. */
  public void finish() {
    if (transmuxer == null) {
      begin();
    }
    if (transmuxer != null) {
      look(transmuxer.finish());
    } else {
      byte[] data = head.toArray();
      for (String codec :
          WebmTracks.isWebm(data) ? WebmTracks.codecs(data) : InitSegmentReader.codecs(data)) {
        video = video.isEmpty() ? codec : video + ',' + codec;
      }
    }
  }

  /** How long what has come is, in seconds; 0 while there is none. */
  public double seconds() {
    return seconds;
  }

  /** The codecs as {@code CODECS} would say them; empty where nothing is known. */
  public String codecs() {
    return video.isEmpty() || audio.isEmpty() ? video + audio : video + ',' + audio;
  }

  private void begin() {
    SegmentKind kind = SegmentKind.of(head.array(), head.size());
    if (!kind.isTransmuxed()) {
      return; // it says all in its first boxes, which may be many bytes
    }
    Transmuxer made = Transmuxer.of(kind, TransmuxOptions.DEFAULT);
    transmuxer = made;
    made.begin(Double.NaN, false);
    made.push(new HeapBytes(head.toArray()));
    head.truncate(0);
    look(made.drain());
  }

  private void look(List<Transmuxed> items) {
    for (Transmuxed item : items) {
      if (item instanceof TrackInit init) {
        if (init.type() == MediaType.VIDEO) {
          video = init.codec();
        } else {
          audio = init.codec();
        }
      } else if (item instanceof TrackFragment fragment) {
        firstS = Double.isNaN(firstS) ? fragment.startS() : firstS;
        seconds = Math.max(seconds, fragment.endS() - firstS);
      }
    }
  }
}
