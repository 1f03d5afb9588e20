package dev.offstage.engine.codec;

import dev.offstage.engine.util.ByteWriter;

/** The body of an {@code esds} box (ISO/IEC 14496-14, section 6.7.2; 14496-1, section 7.2.6). */
final class Esds {
  /** Object type: MPEG-4 audio, with a configuration. */
  static final int AAC = 0x40;

  /** Object type: MPEG-2 audio, the lower sample rates. */
  static final int MPEG2_AUDIO = 0x69;

  /** Object type: MPEG-1 audio. */
  static final int MPEG1_AUDIO = 0x6B;

  private static final int AUDIO_STREAM = 0x15;

  private Esds() {}

  /**
   * @param objectType one of the above
   * @param config for the decoder, may be empty; shorter than 96 bytes
   */
  static byte[] body(int objectType, byte[] config) {
    int configBytes = config.length == 0 ? 0 : 2 + config.length;
    ByteWriter out = new ByteWriter();
    out.u32(0);
    out.u8(3).u8(3 + 2 + 13 + configBytes + 3).u16(0).u8(0);
    out.u8(4).u8(13 + configBytes).u8(objectType).u8(AUDIO_STREAM);
    out.zeros(3 + 4 + 4);
    if (configBytes > 0) {
      out.u8(5).u8(config.length).bytes(config, 0, config.length);
    }
    out.u8(6).u8(1).u8(2);
    return out.toArray();
  }
}
