package dev.offstage.engine.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads init segments and fragments, in a way of its own, and checks that boxes fit together. */
public final class FragmentedMp4 {
  private static final Set<String> CONTAINERS =
      Set.of("moov", "trak", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf");

  /** A sample, with times in ticks of its track. */
  public record Sample(long decode, long show, long duration, boolean isKey, byte[] data) {}

  private FragmentedMp4() {}

  /** The body of the first box of a type, wherever it is. */
  public static byte[] box(byte[] data, String type) {
    return find(data, 0, data.length, type);
  }

  private static byte[] find(byte[] data, int from, int to, String type) {
    int at = from;
    while (at < to) {
      assertTrue(to - at >= 8, "room for a box at " + at);
      ByteBuffer header = ByteBuffer.wrap(data, at, 8);
      int size = header.getInt();
      assertTrue(size >= 8 && size <= to - at, "size " + size + " of the box at " + at);
      String name = new String(data, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (name.equals(type)) {
        return Arrays.copyOfRange(data, at + 8, at + size);
      }
      int body = at + 8;
      if (name.equals("stsd")) {
        body += 8;
      } else if (name.equals("avc1") || name.equals("hvc1")) {
        body += 78;
      } else if (Set.of("mp4a", "ac-3", "ec-3", "Opus").contains(name)) {
        body += 28;
      } else if (!CONTAINERS.contains(name)) {
        body = at + size;
      }
      byte[] found = find(data, body, at + size, type);
      if (found != null) {
        return found;
      }
      at += size;
    }
    assertEquals(to, at);
    return null;
  }

  /** Ticks per second, from an init segment. */
  public static int timescale(byte[] init) {
    return ByteBuffer.wrap(box(init, "mdhd")).getInt(12);
  }

  /** The samples of a media segment of one {@code moof} and one {@code mdat}. */
  public static List<Sample> samples(byte[] segment) {
    int moofSize = ByteBuffer.wrap(segment).getInt(0);
    ByteBuffer tfhd = ByteBuffer.wrap(box(segment, "tfhd"));
    int flags = tfhd.getInt() & 0xFFFFFF;
    tfhd.getInt();
    long defaultDuration = (flags & 8) != 0 ? tfhd.getInt() : -1;
    long defaultSize = (flags & 0x10) != 0 ? tfhd.getInt() : -1;
    int defaultFlags = (flags & 0x20) != 0 ? tfhd.getInt() : 0;
    long decode = ByteBuffer.wrap(box(segment, "tfdt")).getLong(4);
    assertTrue(decode >= 0, "tfdt " + decode);
    ByteBuffer trun = ByteBuffer.wrap(box(segment, "trun"));
    int trunFlags = trun.getInt();
    assertEquals(1, trunFlags >>> 24);
    int count = trun.getInt();
    int at = trun.getInt();
    assertEquals(moofSize + 8, at, "the data offset");
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long duration = (trunFlags & 0x100) != 0 ? trun.getInt() : defaultDuration;
      long size = (trunFlags & 0x200) != 0 ? trun.getInt() : defaultSize;
      int sampleFlags = (trunFlags & 0x400) != 0 ? trun.getInt() : defaultFlags;
      int offset = (trunFlags & 0x800) != 0 ? trun.getInt() : 0;
      assertTrue(duration >= 0 && size >= 0, "duration " + duration + ", size " + size);
      byte[] data = Arrays.copyOfRange(segment, at, at + (int) size);
      samples.add(
          new Sample(decode, decode + offset, duration, (sampleFlags & 0x10000) == 0, data));
      at += size;
      decode += duration;
    }
    assertEquals(0, trun.remaining());
    assertEquals(segment.length, at, "where the data ends");
    return samples;
  }
}
