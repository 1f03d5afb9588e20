package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.AvcNals;
import dev.offstage.engine.codec.HevcNals;
import dev.offstage.engine.codec.NalUnits;
import dev.offstage.engine.codec.VideoNals;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.mpegts.ElementaryStream;
import dev.offstage.engine.mpegts.PesConsumer;
import dev.offstage.engine.mpegts.StreamKind;
import dev.offstage.engine.mpegts.TsDemuxer;
import dev.offstage.engine.util.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in a transport stream decoding can start, and from which moment on there are both
 * picture and sound then: sound may be far ahead of the pictures beside it, or far behind.
 */
final class RandomAccessFinder {
  /** Sound that is further from the pictures beside it is not waited for. */
  private static final double LONGEST_TICKS = 3.0 * Timeline.RATE;

  private final TsDemuxer demuxer = new TsDemuxer(this::onProgram);
  private final Timeline timeline = new Timeline();
  private final ByteWriter unit = new ByteWriter(65536);

  private boolean isAvc;
  private boolean hasVideo;
  private boolean hasAudio;
  private @Nullable VideoNals nals;

  /** What to add to the demuxer's positions to have the file's. */
  private double originByte;

  private double unitByte;
  private double unitTicks;
  private double foundByte = Double.NaN;
  private double pictureTicks = Double.NaN;
  private double soundTicks = Double.NaN;
  private double lastTicks;
  private double lastButOneTicks;

  /**
   * Goes on somewhere else in the file.
   *
   * @param firstByte where
   * @param expectedS about what time it is there, in seconds of the stream's clock; NaN where that
   *     is not known
   */
  void begin(double firstByte, double expectedS) {
    demuxer.restart();
    originByte = firstByte - demuxer.position() - TsDemuxer.PACKET_BYTES;
    timeline.expect(expectedS);
    unit.truncate(0);
    nals = null;
    foundByte = Double.NaN;
    pictureTicks = Double.NaN;
    soundTicks = Double.NaN;
    lastTicks = Double.NEGATIVE_INFINITY;
    lastButOneTicks = Double.NEGATIVE_INFINITY;
  }

  /**
   * Takes the next bytes.
   *
   * @return whether it is found
   */
  boolean take(Bytes piece) {
    demuxer.push(piece.copy(0, piece.sizeBytes()));
    return !Double.isNaN(foundByte)
        && (!hasAudio || !Double.isNaN(soundTicks) || lastTicks > pictureTicks + LONGEST_TICKS);
  }

  /** Where decoding can start. */
  double foundByte() {
    return foundByte;
  }

  /** The moment of the first picture, or of the first sound where there are no pictures. */
  double pictureS() {
    return (hasVideo ? pictureTicks : soundTicks) / Timeline.RATE;
  }

  /** From which moment on there is all. */
  double completeS() {
    double ticks = hasVideo ? pictureTicks : soundTicks;
    return (soundTicks > ticks ? soundTicks : ticks) / Timeline.RATE;
  }

  /** Where the pictures end of what has come so far, or the sound where there are none; NaN. */
  double endS() {
    double frameTicks = lastTicks - lastButOneTicks;
    double endTicks = lastTicks + (frameTicks < Timeline.RATE ? frameTicks : 0);
    return endTicks > Double.NEGATIVE_INFINITY ? endTicks / Timeline.RATE : Double.NaN;
  }

  private List<@Nullable PesConsumer> onProgram(List<ElementaryStream> program) {
    List<@Nullable PesConsumer> consumers = new ArrayList<>();
    hasVideo = false;
    hasAudio = false;
    for (ElementaryStream stream : program) {
      PesConsumer consumer = null;
      if (stream.kind().isVideo() && !hasVideo) {
        hasVideo = true;
        isAvc = stream.kind() == StreamKind.AVC;
        consumer = new Pictures();
      } else if (stream.kind().isAudio() && !hasAudio) {
        hasAudio = true;
        consumer = new Sound();
      }
      consumers.add(consumer);
    }
    return consumers;
  }

  private void note(double ticks) {
    if (ticks > lastTicks) {
      lastButOneTicks = lastTicks;
      lastTicks = ticks;
    } else if (ticks > lastButOneTicks) {
      lastButOneTicks = ticks;
    }
  }

  private final class Pictures implements PesConsumer {
    @Override
    public void onStart(double showTicks, double decodeTicks) {
      unit.truncate(0);
      unitByte = originByte + demuxer.position();
      unitTicks = Double.isNaN(showTicks) ? showTicks : timeline.unroll(showTicks);
      note(unitTicks);
      if (Double.isNaN(foundByte)) {
        soundTicks = Double.NaN; // what came before counts no longer
      }
    }

    @Override
    public void onData(byte[] data, int from, int to) {
      if (Double.isNaN(foundByte)) {
        unit.bytes(data, from, to);
      }
    }

    @Override
    public void onEnd() {
      if (Double.isNaN(foundByte) && !Double.isNaN(unitTicks) && isKey()) {
        foundByte = unitByte;
        pictureTicks = unitTicks;
      }
      unit.truncate(0);
    }

    @Override
    public void onLost() {
      unit.truncate(0);
    }

    private boolean isKey() {
      VideoNals its = nals;
      if (its == null) {
        its = isAvc ? new AvcNals() : new HevcNals();
        nals = its;
      }
      byte[] data = unit.array();
      int size = unit.size();
      int flags = 0;
      int code = NalUnits.findStartCode(data, 0, size);
      while (code >= 0) {
        int next = NalUnits.findStartCode(data, code + 3, size);
        flags |= its.inspect(data, code + 3, next < 0 ? size : next);
        code = next;
      }
      return (flags & VideoNals.KEY) != 0;
    }
  }

  private final class Sound implements PesConsumer {
    @Override
    public void onStart(double showTicks, double decodeTicks) {
      if (Double.isNaN(showTicks)) {
        return;
      }
      double ticks = timeline.unroll(showTicks);
      if (!hasVideo) {
        note(ticks);
        foundByte = Double.isNaN(foundByte) ? originByte + demuxer.position() : foundByte;
      }
      soundTicks = Double.isNaN(soundTicks) ? ticks : soundTicks;
    }

    @Override
    public void onData(byte[] data, int from, int to) {}

    @Override
    public void onEnd() {}

    @Override
    public void onLost() {}
  }
}
