package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.AudioFormat;
import dev.offstage.engine.codec.AudioFramer;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.mp4.SampleTable;
import dev.offstage.engine.mpegts.PesConsumer;
import dev.offstage.engine.util.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * Makes samples of audio frames, which may span packets.
 *
 * <p>Where frames go in time: the first one where its timestamp says, each further one behind the
 * one before, so that rounded and jittering timestamps leave neither gaps nor overlaps. Only when
 * timestamp and count are more than {@value #TOLERANCE_FRAMES} frame apart does the timestamp
 * count: a frame that lies before the end of the last one by more is dropped; a gap is filled with
 * silence if the codec is AAC and the gap no longer than {@value #MAX_SILENCE_S} seconds, else it
 * stays a gap between two fragments. Frames that go back by more than {@value #LEAP_S} seconds
 * start anew there.
 */
final class AudioTrack implements PesConsumer {
  private static final double TOLERANCE_FRAMES = 1;
  private static final double MAX_SILENCE_S = 2;
  private static final double LEAP_S = 2;
  private static final int MAX_WAITING_BYTES = 1 << 20;

  private final AudioFramer framer;
  private final boolean isRaw;
  private final Timeline timeline;
  private final Output output;
  private final FragmentMaker fragments;
  private final SampleTable samples;
  private final ByteWriter stream = new ByteWriter(16384);
  private final Marks marks = new Marks();

  private @Nullable AudioFormat announced;
  private int timescale = 1;

  /** Where the next frame goes, in the timescale, or NaN. */
  private double next = Double.NaN;

  /** Where timestamps say that the next frame goes, or NaN. */
  private double stamped = Double.NaN;

  /**
   * @param isRaw whether frames are handed out without a container, as {@code audio/mpeg}
   */
  AudioTrack(AudioFramer framer, boolean isRaw, Timeline timeline, Output output) {
    this.framer = framer;
    this.isRaw = isRaw;
    this.timeline = timeline;
    this.output = output;
    fragments = new FragmentMaker(MediaType.AUDIO, output);
    samples = fragments.samples;
  }

  /** Another segment begins. */
  void begin(boolean isContiguous) {
    samples.removeFirst(samples.count());
    samples.dropLoose();
    marks.clear();
    if (!isContiguous) {
      stream.truncate(0);
      framer.reset();
      announced = null;
      next = Double.NaN;
      stamped = Double.NaN;
    }
  }

  @Override
  public void onStart(double showTicks, double decodeTicks) {
    if (!Double.isNaN(showTicks)) {
      double show = timeline.unroll(showTicks);
      marks.add(stream.size(), show, show);
    }
  }

  @Override
  public void onData(byte[] data, int from, int to) {
    stream.bytes(data, from, to);
    if (stream.size() > MAX_WAITING_BYTES) {
      frame(false);
      if (stream.size() > MAX_WAITING_BYTES) {
        forget(stream.size());
      }
    }
  }

  @Override
  public void onEnd() {
    frame(true);
  }

  @Override
  public void onLost() {
    // Of the frame that is cut here nothing can be used; the next packet's timestamp counts.
    frame(false);
    forget(stream.size());
    framer.reset();
  }

  /** Hands out all frames that are there. */
  void drain() {
    if (samples.count() > 0 && isRaw) {
      fragments.makeRaw(next, timescale);
    } else if (samples.count() > 0) {
      fragments.make(samples.count(), next, timescale);
    }
  }

  /** Makes samples of all frames that have come. */
  void frame(boolean isBoundary) {
    byte[] data = stream.array();
    int size = stream.size();
    int at = 0;
    while (at < size && framer.next(data, at, size, isBoundary)) {
      onFrame(framer.start());
      at = framer.end();
    }
    if (at < size) {
      at = framer.end();
    }
    output.notice(Notice.Kind.BYTES_SKIPPED, framer.takeSkippedBytes());
    forget(at);
  }

  private void forget(int bytes) {
    if (bytes > 0) {
      stream.discard(bytes);
      marks.shift(bytes);
    }
  }

  private void onFrame(int position) {
    AudioFormat format = framer.format();
    if (format == null) {
      output.notice(Notice.Kind.FORMAT_UNSUPPORTED, 1);
      return;
    }
    AudioFormat current = announced;
    if (current == null || !format.isSameAs(current)) {
      announce(format);
    }
    if (marks.take(position)) {
      stamped = inTimescale(marks.show());
    }
    if (Double.isNaN(stamped)) {
      // Without any timestamp the audio goes where the segment is expected, or to the start.
      double reference = timeline.reference();
      stamped = Double.isNaN(next) ? Double.isNaN(reference) ? 0 : inTimescale(reference) : next;
    }
    int length = framer.samples();
    boolean isWanted = place(length);
    stamped += length;
    if (isWanted) {
      samples.data().bytes(framer.payload(), framer.payloadStart(), framer.payloadEnd());
      samples.add(next, next, true);
      next += length;
    }
  }

  private double inTimescale(double ticks) {
    return Math.floor(ticks * timescale / Timeline.RATE + 0.5);
  }

  /** Decides where the frame goes, by {@code next}; returns false if it is to be dropped. */
  private boolean place(int length) {
    double gap = stamped - next;
    double tolerance = length * TOLERANCE_FRAMES;
    if (Double.isNaN(next)) {
      next = stamped;
    } else if (gap < -LEAP_S * timescale) {
      leap();
    } else if (gap < -tolerance) {
      output.notice(Notice.Kind.AUDIO_OVERLAPPING, 1);
      return false;
    } else if (gap > tolerance) {
      byte[] silence = gap > MAX_SILENCE_S * timescale ? null : framer.silence();
      if (silence == null) {
        leap();
      } else {
        insert(silence, length);
      }
    }
    return true;
  }

  private void leap() {
    output.notice(Notice.Kind.TIME_LEAP, 1);
    drain();
    next = stamped;
  }

  private void insert(byte[] silence, int length) {
    int count = (int) Math.floor((stamped - next) / length + 0.5);
    for (int i = 0; i < count; i++) {
      samples.data().bytes(silence, 0, silence.length);
      samples.add(next, next, true);
      next += length;
    }
    output.notice(Notice.Kind.SILENCE_INSERTED, count);
  }

  /** What follows is of another format, or comes to a decoder that knows none yet. */
  private void announce(AudioFormat format) {
    drain();
    double scale = (double) format.sampleRate() / timescale;
    next = Math.floor(next * scale + 0.5);
    stamped = Math.floor(stamped * scale + 0.5);
    announced = format;
    timescale = format.sampleRate();
    if (isRaw) {
      byte[] none = new byte[0];
      output.add(new TrackInit(MediaType.AUDIO, "audio/mpeg", "mp3", none, null, format));
    } else {
      output.add(TrackInit.of(null, format));
    }
  }
}
