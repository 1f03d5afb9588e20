package dev.offstage.engine.transmux;

import dev.offstage.engine.mpegts.ElementaryStream;
import dev.offstage.engine.mpegts.PesConsumer;
import dev.offstage.engine.mpegts.TsDemuxer;
import dev.offstage.engine.testing.TsWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A transport stream taken into its packets, to be put together in other ways. */
final class Parts {
  /** A packet of an elementary stream. */
  record Pes(ElementaryStream stream, long show, long decode, byte[] data) {
    boolean isVideo() {
      return stream.kind().isVideo();
    }

    Pes with(byte[] other) {
      return new Pes(stream, show, decode, other);
    }

    Pes later(long ticks) {
      return new Pes(stream, show + ticks, decode + ticks, data);
    }
  }

  static final int MAP_PID = 4096;

  private Parts() {}

  /** The packets of a fixture, in order. */
  static List<Pes> of(String name) {
    List<Pes> parts = new ArrayList<>();
    TsDemuxer demuxer =
        new TsDemuxer(
            streams ->
                streams.stream()
                    .map(stream -> (PesConsumer) new Collector(stream, parts))
                    .toList());
    demuxer.push(Oracle.read(name));
    demuxer.finish();
    return parts;
  }

  /** The same elementary streams in a stream of their own. */
  static TsWriter write(TsWriter out, List<Pes> parts) {
    for (Pes part : parts) {
      boolean isVideo = part.isVideo();
      int id = isVideo ? 0xE0 : 0xC0;
      out.pes(part.stream().pid(), id, part.show(), part.decode(), !isVideo, part.data());
    }
    return out;
  }

  /** Begins a stream with one programme that has the streams of some packets. */
  static TsWriter begin(List<Pes> parts) {
    return new TsWriter().pat(1, MAP_PID).pmt(MAP_PID, 1, entries(parts));
  }

  static byte[][] entries(List<Pes> parts) {
    return parts.stream()
        .map(Pes::stream)
        .distinct()
        .map(stream -> TsWriter.stream(stream.streamType(), stream.pid()))
        .toArray(byte[][]::new);
  }

  private static final class Collector implements PesConsumer {
    private final ElementaryStream stream;
    private final List<Pes> parts;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private long show;
    private long decode;

    Collector(ElementaryStream stream, List<Pes> parts) {
      this.stream = stream;
      this.parts = parts;
    }

    @Override
    public void onStart(double showTicks, double decodeTicks) {
      show = (long) showTicks;
      decode = (long) decodeTicks;
      data.reset();
    }

    @Override
    public void onData(byte[] bytes, int from, int to) {
      data.write(bytes, from, to - from);
    }

    @Override
    public void onEnd() {
      parts.add(new Pes(stream, show, decode, data.toByteArray()));
    }

    @Override
    public void onLost() {
      throw new AssertionError("a fixture is damaged");
    }
  }
}
