package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/**
 * Frames of AAC-LC in which nothing sounds (ISO/IEC 14496-3, section 4.4.2.1): each channel has no
 * scale factor band at all.
 */
final class SilentAac {
  private static final int SINGLE = 0;
  private static final int PAIR = 1;
  private static final int LFE = 3;
  private static final int END = 7;

  /** The elements of each channel configuration (table 1.19), in order. */
  private static final int[][] ELEMENTS = {
    {},
    {SINGLE},
    {PAIR},
    {SINGLE, PAIR},
    {SINGLE, PAIR, SINGLE},
    {SINGLE, PAIR, PAIR},
    {SINGLE, PAIR, PAIR, LFE},
    {SINGLE, PAIR, PAIR, PAIR, LFE}
  };

  private final byte[] data = new byte[32];
  private int bit;

  private SilentAac() {}

  /**
   * A {@code raw_data_block}.
   *
   * @return a new array; null for configurations that are not among the seven common ones
   */
  static byte @Nullable [] frame(int channelConfig) {
    if (channelConfig < 1 || channelConfig >= ELEMENTS.length) {
      return null;
    }
    SilentAac frame = new SilentAac();
    int singles = 0;
    int pairs = 0;
    for (int element : ELEMENTS[channelConfig]) {
      frame.put(element, 3);
      frame.put(element == SINGLE ? singles++ : element == PAIR ? pairs++ : 0, 4);
      if (element == PAIR) {
        // common_window: each channel speaks for itself.
        frame.put(0, 1);
        frame.channel();
      }
      frame.channel();
    }
    frame.put(END, 3);
    byte[] whole = new byte[frame.bit + 7 >> 3];
    System.arraycopy(frame.data, 0, whole, 0, whole.length);
    return whole;
  }

  /** {@code individual_channel_stream}: a gain that applies to nothing, a window, no bands. */
  private void channel() {
    put(0, 8);
    // ics_reserved_bit, window_sequence, window_shape, max_sfb, predictor_data_present
    put(0, 1 + 2 + 1 + 6 + 1);
    // pulse_data_present, tns_data_present, gain_control_data_present
    put(0, 3);
  }

  private void put(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      data[bit >> 3] |= (byte) ((value >> i & 1) << 7 - (bit & 7));
      bit++;
    }
  }
}
