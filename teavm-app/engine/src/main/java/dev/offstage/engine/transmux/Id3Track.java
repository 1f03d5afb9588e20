package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.Id3;
import dev.offstage.engine.mpegts.PesConsumer;
import dev.offstage.engine.util.ByteWriter;
import java.util.Arrays;

/** Makes metadata of the ID3 tags in a stream of their own (Timed Metadata for HLS). */
final class Id3Track implements PesConsumer {
  private static final int MAX_BYTES = 1 << 20;

  private final Timeline timeline;
  private final Output output;
  private final ByteWriter tags = new ByteWriter();
  private double timeS = Double.NaN;

  Id3Track(Timeline timeline, Output output) {
    this.timeline = timeline;
    this.output = output;
  }

  @Override
  public void onStart(double showTicks, double decodeTicks) {
    tags.truncate(0);
    if (!Double.isNaN(showTicks)) {
      timeS = timeline.unroll(showTicks) / Timeline.RATE;
    }
  }

  @Override
  public void onData(byte[] data, int from, int to) {
    if (tags.size() <= MAX_BYTES) {
      tags.bytes(data, from, to);
    }
  }

  @Override
  public void onEnd() {
    byte[] data = tags.array();
    int at = 0;
    int size = Id3.size(data, 0, tags.size());
    while (size > 0 && size <= tags.size() - at) {
      if (!Double.isNaN(timeS)) {
        output.add(new TimedMetadata(timeS, Arrays.copyOfRange(data, at, at + size)));
      }
      at += size;
      size = Id3.size(data, at, tags.size());
    }
    tags.truncate(0);
  }

  @Override
  public void onLost() {
    tags.truncate(0);
  }
}
