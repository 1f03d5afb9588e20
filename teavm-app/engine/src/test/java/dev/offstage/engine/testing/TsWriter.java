package dev.offstage.engine.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Writes transport streams packet by packet, in whatever way a test wants them. */
public final class TsWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int[] counters = new int[8192];

  /** All packets so far. */
  public byte[] toArray() {
    return out.toByteArray();
  }

  /** A programme association: numbers and PIDs by turns. */
  public TsWriter pat(int... programs) {
    byte[] body = new byte[programs.length * 2];
    for (int i = 0; i < programs.length; i += 2) {
      put16(body, i * 2, programs[i]);
      put16(body, i * 2 + 2, 0xE000 | programs[i + 1]);
    }
    return section(0, 0, 1, body);
  }

  /** An elementary stream in a programme map, without descriptors. */
  public static byte[] stream(int type, int pid, int... descriptors) {
    byte[] entry = new byte[5 + descriptors.length];
    entry[0] = (byte) type;
    put16(entry, 1, 0xE000 | pid);
    put16(entry, 3, 0xF000 | descriptors.length);
    for (int i = 0; i < descriptors.length; i++) {
      entry[5 + i] = (byte) descriptors[i];
    }
    return entry;
  }

  /** A programme map, without a clock. */
  public TsWriter pmt(int pid, int program, byte[]... streams) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xF0, 0});
    for (byte[] stream : streams) {
      body.writeBytes(stream);
    }
    return section(pid, 2, program, body.toByteArray());
  }

  private TsWriter section(int pid, int table, int id, byte[] body) {
    byte[] section = new byte[8 + body.length + 4];
    section[0] = (byte) table;
    put16(section, 1, 0xB000 | section.length - 3);
    put16(section, 3, id);
    section[5] = (byte) 0xC1;
    System.arraycopy(body, 0, section, 8, body.length);
    int crc = -1;
    for (int bit = 0; bit < (section.length - 4) * 8; bit++) {
      int next = section[bit / 8] >> (7 - bit % 8) & 1;
      boolean isSet = (crc >>> 31 ^ next) != 0;
      crc = crc << 1 ^ (isSet ? 0x04C11DB7 : 0);
    }
    put16(section, section.length - 4, crc >>> 16);
    put16(section, section.length - 2, crc);
    byte[] payload = new byte[184];
    Arrays.fill(payload, (byte) 0xFF);
    payload[0] = 0;
    System.arraycopy(section, 0, payload, 1, section.length);
    return packet(pid, true, payload);
  }

  /**
   * An elementary stream packet.
   *
   * @param show negative for no timestamp
   * @param isBounded whether it says how long it is
   */
  public TsWriter pes(
      int pid, int streamId, long show, long decode, boolean isBounded, byte[] data) {
    boolean both = decode != show;
    int stamps = show < 0 ? 0 : both ? 10 : 5;
    byte[] packet = new byte[9 + stamps + data.length];
    packet[2] = 1;
    packet[3] = (byte) streamId;
    put16(packet, 4, isBounded ? packet.length - 6 : 0);
    packet[6] = (byte) 0x80;
    packet[7] = (byte) (stamps == 0 ? 0 : both ? 0xC0 : 0x80);
    packet[8] = (byte) stamps;
    if (stamps > 0) {
      timestamp(packet, 9, show, both ? 3 : 2);
    }
    if (both && stamps > 0) {
      timestamp(packet, 14, decode, 1);
    }
    System.arraycopy(data, 0, packet, 9 + stamps, data.length);
    for (int at = 0; at < packet.length; at += 184) {
      packet(pid, at == 0, Arrays.copyOfRange(packet, at, Math.min(packet.length, at + 184)));
    }
    return this;
  }

  /** One packet, stuffed to its length. */
  public TsWriter packet(int pid, boolean isStart, byte[] payload) {
    byte[] packet = new byte[188];
    packet[0] = 0x47;
    put16(packet, 1, pid | (isStart ? 0x4000 : 0));
    int stuffing = 184 - payload.length;
    packet[3] = (byte) ((stuffing > 0 ? 0x30 : 0x10) | counters[pid]);
    counters[pid] = counters[pid] + 1 & 15;
    if (stuffing > 0) {
      packet[4] = (byte) (stuffing - 1);
      if (stuffing > 1) {
        Arrays.fill(packet, 6, 4 + stuffing, (byte) 0xFF);
      }
    }
    System.arraycopy(payload, 0, packet, 4 + stuffing, payload.length);
    out.writeBytes(packet);
    return this;
  }

  /** As if packets had been lost. */
  public TsWriter skipCounter(int pid) {
    counters[pid] = counters[pid] + 3 & 15;
    return this;
  }

  /** The last packet once more. */
  public TsWriter repeatLast() {
    byte[] all = out.toByteArray();
    out.writeBytes(Arrays.copyOfRange(all, all.length - 188, all.length));
    return this;
  }

  /** Anything. */
  public TsWriter raw(byte[] data) {
    out.writeBytes(data);
    return this;
  }

  private static void timestamp(byte[] data, int at, long ticks, int prefix) {
    long wrapped = ticks & 0x1FFFFFFFFL;
    data[at] = (byte) (prefix << 4 | (int) (wrapped >> 29) & 14 | 1);
    put16(data, at + 1, (int) (wrapped >> 14) & 0xFFFE | 1);
    put16(data, at + 3, (int) (wrapped << 1) & 0xFFFE | 1);
  }

  private static void put16(byte[] data, int at, int value) {
    data[at] = (byte) (value >> 8);
    data[at + 1] = (byte) value;
  }
}
