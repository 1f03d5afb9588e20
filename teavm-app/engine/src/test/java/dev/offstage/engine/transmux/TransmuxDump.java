package dev.offstage.engine.transmux;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.FragmentedMp4;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** What a transmuxer makes of some input, in the lines of the oracle's files. */
final class TransmuxDump {
  /** One sample. */
  record Line(char type, long decode, long show, boolean isKey, int size, String crc) {
    @Override
    public String toString() {
      return type + " " + decode + " " + show + " " + (isKey ? "K" : "-") + " " + size + " " + crc;
    }
  }

  final List<Line> lines = new ArrayList<>();
  final List<TrackInit> inits = new ArrayList<>();
  final List<TrackFragment> fragments = new ArrayList<>();
  final List<TimedMetadata> metadata = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  private int[] timescales = new int[MediaType.values().length];
  private String[] codecs = new String[MediaType.values().length];

  /** One of what comes next, without another init segment. */
  TransmuxDump next() {
    TransmuxDump dump = new TransmuxDump();
    dump.timescales = timescales;
    dump.codecs = codecs;
    return dump;
  }

  /** A whole segment at once. */
  static TransmuxDump of(Transmuxer transmuxer, byte[] input) {
    transmuxer.begin(Double.NaN, false);
    transmuxer.push(new ArrayBytes(input));
    return new TransmuxDump().add(transmuxer.finish());
  }

  /** A segment in chunks, with what is ready taken out behind each. */
  static TransmuxDump chunked(Transmuxer transmuxer, byte[] input, int... sizes) {
    TransmuxDump dump = new TransmuxDump();
    transmuxer.begin(Double.NaN, false);
    int at = 0;
    for (int i = 0; at < input.length; i++) {
      int end = Math.min(input.length, at + sizes[i % sizes.length]);
      transmuxer.push(new ArrayBytes(Arrays.copyOfRange(input, at, end)));
      dump.add(transmuxer.drain());
      at = end;
    }
    return dump.add(transmuxer.finish());
  }

  TransmuxDump add(List<Transmuxed> items) {
    for (Transmuxed item : items) {
      if (item instanceof TrackInit init) {
        inits.add(init);
        timescales[init.type().ordinal()] = FragmentedMp4.timescale(init.data());
        codecs[init.type().ordinal()] = init.codec();
      } else if (item instanceof TrackFragment fragment) {
        fragments.add(fragment);
        add(fragment);
      } else if (item instanceof TimedMetadata tag) {
        metadata.add(tag);
      } else {
        notices.add((Notice) item);
      }
    }
    return this;
  }

  private void add(TrackFragment fragment) {
    int type = fragment.type().ordinal();
    double scale = 90000.0 / timescales[type];
    double offset = fragment.timestampOffsetS() * 90000;
    for (FragmentedMp4.Sample sample : FragmentedMp4.samples(fragment.data())) {
      byte[] data = sample.data();
      if (fragment.type() == MediaType.VIDEO) {
        data = units(data, codecs[type].startsWith("hvc1"));
      }
      CRC32 crc = new CRC32();
      crc.update(data);
      String hex = HexFormat.of().toHexDigits((int) crc.getValue());
      long decode = Math.round(sample.decode() * scale + offset);
      long show = Math.round(sample.show() * scale + offset);
      char letter = fragment.type() == MediaType.VIDEO ? 'v' : 'a';
      lines.add(new Line(letter, decode, show, sample.isKey(), data.length, hex));
    }
  }

  /** The NAL units one behind the other, without those that are no pictures. */
  private static byte[] units(byte[] sample, boolean isHevc) {
    byte[] out = new byte[sample.length];
    int length = 0;
    int at = 0;
    while (at < sample.length) {
      int size = java.nio.ByteBuffer.wrap(sample).getInt(at);
      int header = sample[at + 4];
      int kind = isHevc ? header >> 1 & 63 : header & 31;
      if (isHevc ? kind < 32 || kind > 38 : kind < 7 || kind > 12) {
        System.arraycopy(sample, at + 4, out, length, size);
        length += size;
      }
      at += 4 + size;
    }
    return Arrays.copyOf(out, length);
  }

  /** The samples of one type. */
  List<Line> lines(char type) {
    return lines.stream().filter(line -> line.type() == type).toList();
  }

  /** How many were noticed of a kind. */
  int noticed(Notice.Kind kind) {
    return notices.stream().filter(it -> it.kind() == kind).mapToInt(Notice::count).sum();
  }
}
