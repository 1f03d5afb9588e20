package dev.offstage.engine.codec;

import dev.offstage.engine.util.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * An {@code AudioSpecificConfig} (ISO/IEC 14496-3, section 1.6.2.1), as far as AAC goes.
 *
 * @param objectType of the core, such as 2 for AAC-LC
 * @param extension 5 with SBR, 29 with SBR and PS, else 0
 * @param sampleRate of the core
 * @param channelConfig 1 to 7, 11, 12 or 14 (table 1.19)
 * @param frameSamples 1024 or 960
 * @param bytes the whole of it
 */
record AacConfig(
    int objectType,
    int extension,
    int sampleRate,
    int channelConfig,
    int frameSamples,
    byte[] bytes) {
  private static final int[] SAMPLE_RATES = {
    96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
  };
  private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 0, 8, 0};
  private static final int EXPLICIT_RATE = 15;
  private static final int SBR = 5;
  private static final int PS = 29;

  /** Samples per second by their number, or 0. */
  static int sampleRate(int index) {
    return index < SAMPLE_RATES.length ? SAMPLE_RATES[index] : 0;
  }

  /** How many channels a configuration has, or 0 if it is another one's business. */
  static int channels(int config) {
    return CHANNELS[config];
  }

  /**
   * Makes the configuration of an ADTS stream.
   *
   * @param hasSbr whether to announce SBR, which ADTS itself does not
   */
  static AacConfig ofAdts(int objectType, int rateIndex, int channelConfig, boolean hasSbr) {
    ByteWriter out = new ByteWriter();
    if (hasSbr && rateIndex >= 3) {
      // Explicit, hierarchical signalling: the rate with SBR, then that of the core's type.
      int value = SBR << 27 | rateIndex << 23 | channelConfig << 19;
      value |= rateIndex - 3 << 15 | objectType << 10;
      out.u32(value);
    } else {
      out.u16(objectType << 11 | rateIndex << 7 | channelConfig << 3);
    }
    return new AacConfig(
        objectType,
        hasSbr && rateIndex >= 3 ? SBR : 0,
        sampleRate(rateIndex),
        channelConfig,
        1024,
        out.toArray());
  }

  /**
   * Reads a configuration; the reader then stands behind it.
   *
   * @return null if it is malformed, or of a kind that MP4 players do not take
   */
  static @Nullable AacConfig read(byte[] data, BitReader bits) {
    int first = bits.position();
    int objectType = readObjectType(bits);
    int rate = readRate(bits);
    int channelConfig = bits.bits(4);
    int extension = 0;
    if (objectType == SBR || objectType == PS) {
      extension = objectType;
      readRate(bits);
      objectType = readObjectType(bits);
    }
    if (objectType < 1 || objectType > 4 || rate == 0 || channels(channelConfig) == 0) {
      return null;
    }
    int frameSamples = bits.flag() ? 960 : 1024;
    if (bits.flag()) {
      bits.skip(14);
    }
    boolean isExtended = bits.flag();
    if (isExtended || bits.isOverrun()) {
      return null;
    }
    int length = bits.position() - first;
    byte[] copy = new byte[length + 7 >> 3];
    BitReader again = new BitReader(data, 0, data.length);
    again.skip(first);
    for (int i = 0; i < copy.length; i++) {
      int count = Math.min(8, length - i * 8);
      copy[i] = (byte) (again.bits(count) << 8 - count);
    }
    return new AacConfig(objectType, extension, rate, channelConfig, frameSamples, copy);
  }

  private static int readObjectType(BitReader bits) {
    int type = bits.bits(5);
    return type == 31 ? 32 + bits.bits(6) : type;
  }

  private static int readRate(BitReader bits) {
    int index = bits.bits(4);
    return index == EXPLICIT_RATE ? bits.bits(24) : sampleRate(index);
  }

  /** The format for MP4. */
  AudioFormat format() {
    int type = extension == 0 ? objectType : extension;
    return new AudioFormat(
        "mp4a.40." + type,
        "mp4a",
        sampleRate,
        channels(channelConfig),
        "esds",
        Esds.body(Esds.AAC, bytes));
  }
}
