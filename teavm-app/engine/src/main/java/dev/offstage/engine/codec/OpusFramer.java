package dev.offstage.engine.codec;

import dev.offstage.engine.util.ByteWriter;
import org.jspecify.annotations.Nullable;

/** Opus with the control header that transport streams put before each packet. */
public final class OpusFramer extends AudioFramer {
  private static final int SAMPLE_RATE = 48000;
  private static final int DUAL_MONO = 0;
  private static final int MAX_CHANNELS = 8;

  /** The order of channels and the streams they are in (RFC 7845, section 5.1.1.2). */
  private static final int[][] MAPPINGS = {
    {0},
    {0, 1},
    {0, 2, 1},
    {0, 1, 2, 3},
    {0, 4, 1, 2, 3},
    {0, 4, 1, 2, 3, 5},
    {0, 4, 1, 2, 3, 5, 6},
    {0, 6, 1, 2, 3, 4, 5, 7}
  };

  private static final int[] COUPLED = {0, 1, 1, 2, 2, 2, 2, 3};

  private int headerBytes;
  private int packetBytes;

  /**
   * @param channelConfig from the descriptor: 0 for two separate channels, 1 to 8 for as many
   */
  public OpusFramer(int channelConfig) {
    format = makeFormat(channelConfig);
  }

  @Override
  int frameSize(byte[] data, int at, int to) {
    return readHeader(data, at, to) ? headerBytes + packetBytes : headerBytes;
  }

  /**
   * Reads the control header; sets {@code headerBytes} and {@code packetBytes}.
   *
   * @return false if there is none; {@code headerBytes} then says why
   */
  private boolean readHeader(byte[] data, int at, int to) {
    if (to - at < 2) {
      headerBytes = data[at] == 0x7F ? UNKNOWN : NONE;
      return false;
    }
    if (data[at] != 0x7F || (data[at + 1] & 0xE0) != 0xE0) {
      headerBytes = NONE;
      return false;
    }
    int flags = data[at + 1];
    int next = at + 2;
    int size = 0;
    boolean isComplete = false;
    while (next < to && !isComplete) {
      int part = data[next++] & 0xFF;
      size += part;
      isComplete = part < 255;
    }
    next += (flags >> 4 & 1) * 2 + (flags >> 3 & 1) * 2;
    boolean hasExtension = (flags & 4) != 0;
    if (!isComplete || next > to || hasExtension && next == to) {
      headerBytes = UNKNOWN;
      return false;
    }
    if (hasExtension) {
      next += 1 + (data[next] & 0xFF);
    }
    headerBytes = size == 0 ? NONE : next - at;
    packetBytes = size;
    return size > 0;
  }

  @Override
  boolean read(byte[] data, int at, int end) {
    readHeader(data, at, end);
    payload = data;
    payloadStart = at + headerBytes;
    payloadEnd = end;
    samples = packetSamples(data, payloadStart, end);
    return samples > 0;
  }

  /** How long a packet sounds (RFC 6716, section 3.1), or 0. */
  private static int packetSamples(byte[] data, int at, int end) {
    int config = data[at] >> 3 & 31;
    int code = data[at] & 3;
    int frame;
    if (config < 12) {
      frame = (config & 3) == 3 ? 2880 : 480 << (config & 3);
    } else if (config < 16) {
      frame = 480 << (config & 1);
    } else {
      frame = 120 << (config & 3);
    }
    int frames = code == 0 ? 1 : code < 3 ? 2 : end - at < 2 ? 0 : data[at + 1] & 63;
    int total = frame * frames;
    return total > 5760 ? 0 : total;
  }

  /** The format with its {@code dOps} box (Encapsulation of Opus in ISOBMFF, section 4.3.2). */
  private static @Nullable AudioFormat makeFormat(int channelConfig) {
    if (channelConfig < DUAL_MONO || channelConfig > MAX_CHANNELS) {
      return null;
    }
    int channels = channelConfig == DUAL_MONO ? 2 : channelConfig;
    ByteWriter out = new ByteWriter();
    out.u8(0).u8(channels).u16(0).u32(SAMPLE_RATE).u16(0);
    if (channelConfig == DUAL_MONO) {
      out.u8(255).u8(2).u8(0).u8(0).u8(1);
    } else if (channels <= 2) {
      out.u8(0);
    } else {
      int coupled = COUPLED[channels - 1];
      out.u8(1).u8(channels - coupled).u8(coupled);
      for (int stream : MAPPINGS[channels - 1]) {
        out.u8(stream);
      }
    }
    return new AudioFormat("opus", "Opus", SAMPLE_RATE, channels, "dOps", out.toArray());
  }
}
