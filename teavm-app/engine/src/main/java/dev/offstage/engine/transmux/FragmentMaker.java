package dev.offstage.engine.transmux;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.mp4.FragmentWriter;
import dev.offstage.engine.mp4.SampleTable;

/** Makes fragments of the samples of one track. */
final class FragmentMaker {
  /** Negative times are moved by a multiple of this, which is whole in every timescale. */
  private static final double SHIFT_S = 100_000;

  final SampleTable samples = new SampleTable();
  private final MediaType type;
  private final int track;
  private final Output output;
  private int sequenceNumber;

  FragmentMaker(MediaType type, Output output) {
    this.type = type;
    this.track = output.track(type);
    this.output = output;
  }

  /**
   * Hands all samples out one behind the other, without a container.
   *
   * @param endTicks when the last one ends
   * @param timescale ticks per second
   */
  void makeRaw(double endTicks, int timescale) {
    int count = samples.count();
    double startS = samples.showTicks(0) / timescale;
    byte[] data = new byte[samples.totalBytes()];
    System.arraycopy(samples.data().array(), 0, data, 0, data.length);
    output.add(new TrackFragment(type, data, startS, endTicks / timescale, startS, count, true));
    samples.removeFirst(count);
  }

  /**
   * Hands the first samples out as a fragment.
   *
   * @param count how many, at least one
   * @param endTicks when the one behind them is decoded
   * @param timescale ticks per second
   */
  void make(int count, double endTicks, int timescale) {
    double first = samples.showTicks(0);
    double last = first;
    double lowest = Math.min(first, samples.decodeTicks(0));
    for (int i = 1; i < count; i++) {
      first = Math.min(first, samples.showTicks(i));
      last = Math.max(last, samples.showTicks(i));
    }
    double lastDuration = endTicks - samples.decodeTicks(count - 1);
    double shiftS = lowest < 0 ? Math.ceil(-lowest / timescale / SHIFT_S) * SHIFT_S : 0;
    sequenceNumber++;
    byte[] data =
        FragmentWriter.write(track, sequenceNumber, samples, count, endTicks, shiftS * timescale);
    output.add(
        new TrackFragment(
            type,
            data,
            first / timescale,
            (last + lastDuration) / timescale,
            shiftS == 0 ? 0 : -shiftS,
            count,
            samples.isKey(0)));
    samples.removeFirst(count);
  }
}
