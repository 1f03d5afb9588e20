package dev.offstage.engine.dash;

import dev.offstage.engine.util.Hex;
import dev.offstage.engine.util.Numbers;

/** How many channels an {@code AudioChannelConfiguration} means. */
final class AudioChannels {
  /** Channels by ChannelConfiguration of ISO/IEC 23091-3, table 6; 0 is undefined. */
  private static final int[] BY_CICP = {
    0, 1, 2, 3, 4, 5, 6, 8, 0, 3, 4, 7, 8, 24, 8, 12, 10, 12, 14, 12, 14
  };

  /** The bits of Dolby's channel mask that stand for two channels (ETSI TS 103 190-2). */
  private static final int DOLBY_PAIRS = 0x0674;

  private AudioChannels() {}

  /**
   * @return 0 if the scheme or the value is unknown
   */
  static int count(String scheme, String value) {
    if (scheme.startsWith("tag:dolby.com,2014:")
        || scheme.startsWith("urn:dolby:dash:audio_chan")) {
      return byDolbyMask(value);
    }
    double number = Numbers.integer(value);
    if (!(number > 0 && number < 256)) {
      return 0;
    }
    if (scheme.equals("urn:mpeg:mpegB:cicp:ChannelConfiguration")) {
      return number < BY_CICP.length ? BY_CICP[(int) number] : 0;
    }
    return scheme.startsWith("urn:mpeg:dash:23003:3:") ? (int) number : 0;
  }

  private static int byDolbyMask(String hex) {
    int mask = 0;
    for (int i = 0; i < hex.length(); i++) {
      int digit = Hex.digit(hex.charAt(i));
      if (digit < 0 || i == 4) {
        return 0;
      }
      mask = mask << 4 | digit;
    }
    return Integer.bitCount(mask) + Integer.bitCount(mask & DOLBY_PAIRS);
  }
}
