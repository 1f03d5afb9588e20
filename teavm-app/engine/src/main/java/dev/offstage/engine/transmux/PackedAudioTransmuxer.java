package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.Ac3Framer;
import dev.offstage.engine.codec.AdtsFramer;
import dev.offstage.engine.codec.AudioFramer;
import dev.offstage.engine.codec.Id3;
import dev.offstage.engine.codec.MpegAudioFramer;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.util.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transmuxes packed audio: frames of AAC in ADTS, MP3, AC-3 or E-AC-3, with an ID3 tag before them
 * that says when they start (RFC 8216, section 3.4).
 */
public final class PackedAudioTransmuxer implements Transmuxer {
  private static final int MAX_TAG_BYTES = 16 << 20;

  private final TransmuxOptions options;
  private final Timeline timeline = new Timeline();
  private final Output output = new Output(false);
  private final ByteWriter head = new ByteWriter();
  private final List<byte[]> tags = new ArrayList<>();
  private double startTicks;

  private SegmentKind.@Nullable Audio kind;
  private @Nullable AudioTrack audio;
  private boolean isStarted;

  /**
   * @param options what is known from elsewhere
   */
  public PackedAudioTransmuxer(TransmuxOptions options) {
    this.options = options;
  }

  @Override
  public void begin(double expectedS, boolean isContiguous) {
    head.truncate(0);
    tags.clear();
    startTicks = Double.NaN;
    output.forget();
    isStarted = false;
    if (!isContiguous || !Double.isNaN(expectedS)) {
      timeline.expect(expectedS);
    }
    if (audio != null) {
      audio.begin(isContiguous);
    }
  }

  @Override
  public void push(Bytes bytes) {
    byte[] data = bytes.copy(0, bytes.sizeBytes());
    if (isStarted && audio != null) {
      audio.onData(data, 0, data.length);
      return;
    }
    head.bytes(data, 0, data.length);
    readHead(false);
  }

  /** Reads the tags; when they are over, the audio begins. */
  private void readHead(boolean isLast) {
    int at = 0;
    int size = Id3.size(head.array(), 0, head.size());
    while (size > 0 && size <= head.size() - at) {
      byte[] tag = Arrays.copyOfRange(head.array(), at, at + size);
      double ticks = Id3.timestamp(tag);
      startTicks = Double.isNaN(ticks) ? startTicks : ticks;
      if (Double.isNaN(ticks) || size > Id3.TIMESTAMP_TAG_BYTES) {
        tags.add(tag);
      }
      at += size;
      size = Id3.size(head.array(), at, head.size());
    }
    if (at > 0) {
      head.discard(at);
    }
    if (size > MAX_TAG_BYTES) {
      throw ParserException.malformed("ID3 tag of " + size + " bytes", "packed audio");
    }
    boolean isKnowable = size == 0 && head.size() >= SegmentKind.AUDIO_SYNC_BYTES;
    if (isKnowable || (isLast && !isSilent())) {
      start(SegmentKind.audio(head.array(), 0, head.size()));
    } else if (isLast && audio != null) {
      place(audio);
    }
  }

  /**
   * Whether there is nothing but tags: all that is left of a segment that is shorter than a frame.
   */
  private boolean isSilent() {
    return head.size() == 0 && !(Double.isNaN(startTicks) && tags.isEmpty());
  }

  private void start(SegmentKind.@Nullable Audio found) {
    if (found == null) {
      throw ParserException.malformed("no frame of audio", "packed audio");
    }
    if (audio == null || found != kind) {
      kind = found;
      boolean isRaw = found == SegmentKind.Audio.MPEG && options.rawMpegAudio();
      audio = new AudioTrack(makeFramer(found), isRaw, timeline, output);
    }
    isStarted = true;
    place(audio);
    audio.onData(head.array(), 0, head.size());
    head.truncate(0);
  }

  /** The segment starts where its first tag says. */
  private void place(AudioTrack track) {
    track.onStart(startTicks, startTicks);
    double reference = timeline.reference();
    double timeS = Double.isNaN(reference) ? 0 : reference / Timeline.RATE;
    for (byte[] tag : tags) {
      output.add(new TimedMetadata(timeS, tag));
    }
  }

  private AudioFramer makeFramer(SegmentKind.Audio audio) {
    return switch (audio) {
      case ADTS -> new AdtsFramer(options.sbr());
      case MPEG -> new MpegAudioFramer();
      case AC3 -> new Ac3Framer();
    };
  }

  @Override
  public List<Transmuxed> drain() {
    AudioTrack track = audio;
    if (isStarted && track != null) {
      track.frame(false);
      track.drain();
    }
    return output.take(false);
  }

  @Override
  public List<Transmuxed> finish() {
    if (!isStarted) {
      readHead(true);
    }
    AudioTrack track = audio;
    if (track != null) {
      track.frame(true);
      track.drain();
    }
    return output.take(true);
  }

  @Override
  public List<Transmuxed> pause() {
    return finish(); // where playback goes on within a file is not known but in transport streams
  }
}
