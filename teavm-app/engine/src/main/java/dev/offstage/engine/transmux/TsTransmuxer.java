package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.Ac3Framer;
import dev.offstage.engine.codec.AdtsFramer;
import dev.offstage.engine.codec.AudioFramer;
import dev.offstage.engine.codec.AvcNals;
import dev.offstage.engine.codec.HevcNals;
import dev.offstage.engine.codec.LatmFramer;
import dev.offstage.engine.codec.MpegAudioFramer;
import dev.offstage.engine.codec.OpusFramer;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.mpegts.ElementaryStream;
import dev.offstage.engine.mpegts.PesConsumer;
import dev.offstage.engine.mpegts.StreamKind;
import dev.offstage.engine.mpegts.TsDemuxer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transmuxes a transport stream: of the first programme with anything to play the first video and
 * the first audio stream, as far as they are wanted, and the ID3 tags.
 */
public final class TsTransmuxer implements Transmuxer {
  private final TransmuxOptions options;
  private final Timeline timeline = new Timeline();
  private final Output output;
  private final TsDemuxer demuxer = new TsDemuxer(this::onProgram);

  private @Nullable ElementaryStream videoStream;
  private @Nullable ElementaryStream audioStream;
  private @Nullable VideoTrack video;
  private @Nullable AudioTrack audio;
  private @Nullable Id3Track id3;
  private List<ElementaryStream> streams = List.of();
  private double packetsBefore;
  private boolean isScrambledNoticed;
  private boolean isPaused;

  /**
   * @param options what is known from elsewhere
   */
  public TsTransmuxer(TransmuxOptions options) {
    this.options = options;
    output = new Output(options.tracks() == TransmuxOptions.Tracks.TOGETHER);
  }

  /** The streams of the programme, in its order; empty until it is known. */
  public List<ElementaryStream> streams() {
    return streams;
  }

  /** Whether the programme is known and has a stream of a type that will be handed out. */
  public boolean has(MediaType type) {
    return type == MediaType.VIDEO ? video != null : type == MediaType.AUDIO && audio != null;
  }

  @Override
  public void begin(double expectedS, boolean isContiguous) {
    if (!isPaused || !isContiguous) {
      demuxer.restart();
    }
    isPaused = false;
    output.forget();
    packetsBefore = demuxer.packets();
    if (!isContiguous || !Double.isNaN(expectedS)) {
      timeline.expect(expectedS);
    }
    if (video != null) {
      video.begin(isContiguous);
    }
    if (audio != null) {
      audio.begin(isContiguous);
    }
  }

  @Override
  public void push(Bytes bytes) {
    if (bytes.sizeBytes() > 0) {
      demuxer.push(bytes.copy(0, bytes.sizeBytes()));
    }
  }

  @Override
  public List<Transmuxed> drain() {
    return take(false);
  }

  @Override
  public List<Transmuxed> finish() {
    demuxer.finish();
    if (demuxer.packets() == packetsBefore || streams.isEmpty()) {
      throw ParserException.malformed("no programme", "transport stream");
    }
    boolean isEncrypted = demuxer.isScrambled();
    for (ElementaryStream stream : streams) {
      isEncrypted |= stream.kind() == StreamKind.SAMPLE_ENCRYPTED;
    }
    if (video == null && audio == null) {
      throw ParserException.unsupported(
          isEncrypted ? "encrypted samples" : "no stream of a known kind", "transport stream");
    }
    return take(true);
  }

  @Override
  public List<Transmuxed> pause() {
    isPaused = true;
    return take(true);
  }

  private List<Transmuxed> take(boolean isLast) {
    if (video != null) {
      video.drain(isLast);
    }
    if (audio != null) {
      audio.drain();
    }
    output.notice(Notice.Kind.BYTES_SKIPPED, demuxer.takeSkippedBytes());
    output.notice(Notice.Kind.PACKETS_LOST, demuxer.takeLosses());
    if (demuxer.isScrambled() && !isScrambledNoticed) {
      isScrambledNoticed = true;
      output.notice(Notice.Kind.ENCRYPTED, 1);
    }
    return output.take(isLast);
  }

  private List<@Nullable PesConsumer> onProgram(List<ElementaryStream> program) {
    streams = program;
    TransmuxOptions.Tracks wanted = options.tracks();
    ElementaryStream newVideo =
        wanted == TransmuxOptions.Tracks.AUDIO ? null : choose(program, videoStream, true);
    ElementaryStream newAudio =
        wanted == TransmuxOptions.Tracks.VIDEO ? null : choose(program, audioStream, false);
    if (newVideo == null || !newVideo.isSameAs(videoStream)) {
      if (video != null) {
        video.drain(true);
      }
      video = newVideo == null ? null : makeVideo(newVideo);
      videoStream = newVideo;
    }
    if (newAudio == null || !newAudio.isSameAs(audioStream)) {
      if (audio != null) {
        audio.frame(true);
        audio.drain();
      }
      audio = newAudio == null ? null : makeAudio(newAudio);
      audioStream = newAudio;
    }
    List<@Nullable PesConsumer> consumers = new ArrayList<>();
    for (ElementaryStream stream : program) {
      if (stream.isSameAs(newVideo)) {
        consumers.add(video);
      } else if (stream.isSameAs(newAudio)) {
        consumers.add(audio);
      } else if (stream.kind() == StreamKind.ID3) {
        if (id3 == null) {
          id3 = new Id3Track(timeline, output);
        }
        consumers.add(id3);
      } else {
        if (stream.kind() == StreamKind.SAMPLE_ENCRYPTED) {
          output.notice(Notice.Kind.ENCRYPTED, 1);
        }
        consumers.add(null);
      }
    }
    return consumers;
  }

  /** Stays with the stream that is there; else takes the first one. */
  private static @Nullable ElementaryStream choose(
      List<ElementaryStream> program, @Nullable ElementaryStream current, boolean isVideo) {
    ElementaryStream first = null;
    for (ElementaryStream stream : program) {
      if (stream.isSameAs(current)) {
        return stream;
      }
      boolean fits = isVideo ? stream.kind().isVideo() : stream.kind().isAudio();
      if (fits && first == null) {
        first = stream;
      }
    }
    return first;
  }

  private VideoTrack makeVideo(ElementaryStream stream) {
    boolean isAvc = stream.kind() == StreamKind.AVC;
    return new VideoTrack(isAvc ? new AvcNals() : new HevcNals(), timeline, output);
  }

  private AudioTrack makeAudio(ElementaryStream stream) {
    boolean isRaw = stream.kind() == StreamKind.MPEG_AUDIO && options.rawMpegAudio();
    return new AudioTrack(makeFramer(stream), isRaw, timeline, output);
  }

  private AudioFramer makeFramer(ElementaryStream stream) {
    return switch (stream.kind()) {
      case LATM -> new LatmFramer();
      case MPEG_AUDIO -> new MpegAudioFramer();
      case AC3 -> new Ac3Framer();
      case OPUS -> new OpusFramer(stream.opusChannelConfig());
      default -> new AdtsFramer(options.sbr());
    };
  }
}
