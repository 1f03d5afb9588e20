package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/** AAC in ADTS (ISO/IEC 14496-3, section 1.A.2). */
public final class AdtsFramer extends AudioFramer {
  private static final int HEADER_BYTES = 7;
  private static final int CRC_BYTES = 2;
  private static final int HIGHEST_SBR_CORE_RATE = 24000;

  /** Says whether to announce SBR: that it is there, that it is not, or by the sample rate. */
  public enum Sbr {
    PRESENT,
    ABSENT,
    BY_SAMPLE_RATE
  }

  private final Sbr sbr;
  private int headerBits = -1;
  private @Nullable AacConfig config;

  /**
   * @param sbr what is known from elsewhere; ADTS does not say
   */
  public AdtsFramer(Sbr sbr) {
    this.sbr = sbr;
  }

  /** Whether something like an ADTS header stands there; 2 bytes are looked at. */
  static boolean isSync(byte[] data, int at) {
    return data[at] == -1 && (data[at + 1] & 0xF6) == 0xF0;
  }

  @Override
  int frameSize(byte[] data, int at, int to) {
    if (to - at < 2) {
      return data[at] == -1 ? UNKNOWN : NONE;
    }
    if (!isSync(data, at)) {
      return NONE;
    }
    if (to - at < HEADER_BYTES) {
      return UNKNOWN;
    }
    int size = (data[at + 3] & 3) << 11 | (data[at + 4] & 0xFF) << 3 | (data[at + 5] & 0xFF) >> 5;
    int rateIndex = data[at + 2] >> 2 & 15;
    return size <= headerBytes(data, at) || AacConfig.sampleRate(rateIndex) == 0 ? NONE : size;
  }

  private static int headerBytes(byte[] data, int at) {
    return (data[at + 1] & 1) == 0 ? HEADER_BYTES + CRC_BYTES : HEADER_BYTES;
  }

  @Override
  boolean read(byte[] data, int at, int end) {
    payload = data;
    payloadStart = at + headerBytes(data, at);
    payloadEnd = end;
    samples = 1024 * ((data[at + 6] & 3) + 1);
    // Object type, sample rate and channels are all that a new configuration could come from.
    int bits = data[at + 2] & 0xFD | (data[at + 3] & 0xC0) << 8;
    if (bits != headerBits) {
      headerBits = bits;
      int rateIndex = data[at + 2] >> 2 & 15;
      int channelConfig = (data[at + 2] & 1) << 2 | (data[at + 3] & 0xC0) >> 6;
      boolean hasSbr =
          sbr == Sbr.PRESENT
              || sbr == Sbr.BY_SAMPLE_RATE
                  && AacConfig.sampleRate(rateIndex) <= HIGHEST_SBR_CORE_RATE;
      config =
          channelConfig == 0
              ? null
              : AacConfig.ofAdts((data[at + 2] >> 6 & 3) + 1, rateIndex, channelConfig, hasSbr);
      format = config == null ? null : config.format();
    }
    return true;
  }

  @Override
  public byte @Nullable [] silence() {
    return config == null ? null : SilentAac.frame(config.channelConfig());
  }
}
