package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/**
 * AAC in LATM within LOAS (ISO/IEC 14496-3, sections 1.7.2 and 1.7.3): one program, one layer, one
 * frame at a time, which is all that broadcasts use.
 */
public final class LatmFramer extends AudioFramer {
  private static final int HEADER_BYTES = 3;

  private @Nullable AacConfig config;
  private boolean isMuxConfigured;
  private int otherDataBits;

  @Override
  int frameSize(byte[] data, int at, int to) {
    if (to - at < 2) {
      return data[at] == 0x56 ? UNKNOWN : NONE;
    }
    if (data[at] != 0x56 || (data[at + 1] & 0xE0) != 0xE0) {
      return NONE;
    }
    if (to - at < HEADER_BYTES) {
      return UNKNOWN;
    }
    int size = (data[at + 1] & 31) << 8 | data[at + 2] & 0xFF;
    return size == 0 ? NONE : HEADER_BYTES + size;
  }

  @Override
  boolean read(byte[] data, int at, int end) {
    BitReader bits = new BitReader(data, at + HEADER_BYTES, end);
    boolean isSame = bits.flag();
    if (!isSame) {
      isMuxConfigured = readMuxConfig(data, bits);
    }
    AacConfig current = config;
    if (!isMuxConfigured || current == null) {
      format = null;
      return false;
    }
    int size = 0;
    int part;
    do {
      part = bits.bits(8);
      size += part;
    } while (part == 255 && bits.bitsLeft() > 0);
    if (size == 0 || bits.bitsLeft() < size * 8) {
      return false;
    }
    byte[] frame = new byte[size];
    for (int i = 0; i < size; i++) {
      frame[i] = (byte) bits.bits(8);
    }
    payload = frame;
    payloadStart = 0;
    payloadEnd = size;
    samples = current.frameSamples();
    return true;
  }

  /** {@code StreamMuxConfig} (table 1.42). */
  private boolean readMuxConfig(byte[] data, BitReader bits) {
    int version = bits.bit();
    if (version == 1 && bits.flag()) {
      return false;
    }
    if (version == 1) {
      readValue(bits);
    }
    boolean sameFraming = bits.flag();
    boolean isSimple = bits.bits(6) == 0 && bits.bits(4) == 0 && bits.bits(3) == 0;
    if (!sameFraming || !isSimple) {
      return false;
    }
    int configBits = version == 1 ? readValue(bits) : 0;
    int start = bits.position();
    AacConfig read = AacConfig.read(data, bits);
    if (read == null) {
      return false;
    }
    if (version == 1) {
      int rest = start + configBits - bits.position();
      if (configBits < 0 || rest < 0 || rest > bits.bitsLeft()) {
        return false;
      }
      bits.skip(rest);
    }
    if (config == null || !read.format().isSameAs(config.format())) {
      format = read.format();
    }
    config = read;
    if (bits.bits(3) != 0) {
      return false;
    }
    bits.skip(8);
    otherDataBits = bits.flag() ? readOtherDataBits(version, bits) : 0;
    if (bits.flag()) {
      bits.skip(8);
    }
    return otherDataBits >= 0 && !bits.isOverrun();
  }

  private static int readOtherDataBits(int version, BitReader bits) {
    if (version == 1) {
      return readValue(bits);
    }
    int count = 0;
    boolean goesOn;
    do {
      goesOn = bits.flag();
      count = (count & 0x7FFFFF) << 8 | bits.bits(8);
    } while (goesOn && bits.bitsLeft() > 0);
    return count;
  }

  /** {@code LatmGetValue}; negative if beyond 2^31. */
  private static int readValue(BitReader bits) {
    int bytes = bits.bits(2) + 1;
    return bits.bits(bytes * 8);
  }

  @Override
  public byte @Nullable [] silence() {
    AacConfig current = config;
    return current == null || current.frameSamples() != 1024
        ? null
        : SilentAac.frame(current.channelConfig());
  }
}
