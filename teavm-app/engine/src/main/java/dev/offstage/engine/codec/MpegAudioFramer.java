package dev.offstage.engine.codec;

/** MPEG audio, layers 1 to 3, of which MP3 is the third (ISO/IEC 11172-3, section 2.4.2.3). */
public final class MpegAudioFramer extends AudioFramer {
  private static final int HEADER_BYTES = 4;
  private static final int MPEG1 = 3;
  private static final int RESERVED = 1;
  private static final int MONO = 3;

  /** In kbit/s, by version and layer, by number. */
  private static final int[][] BITRATES = {
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
  };

  private static final int[] SAMPLE_RATES = {44100, 48000, 32000};

  private int headerBits = -1;

  @Override
  int frameSize(byte[] data, int at, int to) {
    if (to - at < HEADER_BYTES) {
      boolean isPossible = data[at] == -1 && (to - at < 2 || (data[at + 1] & 0xE0) == 0xE0);
      return isPossible ? UNKNOWN : NONE;
    }
    if (data[at] != -1 || (data[at + 1] & 0xE0) != 0xE0) {
      return NONE;
    }
    int version = data[at + 1] >> 3 & 3;
    int layer = 4 - (data[at + 1] >> 1 & 3);
    int bitrateIndex = data[at + 2] >> 4 & 15;
    int rateIndex = data[at + 2] >> 2 & 3;
    if (version == RESERVED || layer == 4 || bitrateIndex == 15 || rateIndex == 3) {
      return NONE;
    }
    int table = version == MPEG1 ? layer - 1 : layer == 1 ? 3 : 4;
    int bitrate = BITRATES[table][bitrateIndex] * 1000;
    if (bitrate == 0) {
      return NONE;
    }
    int padding = data[at + 2] >> 1 & 1;
    int sampleRate = sampleRate(version, rateIndex);
    if (layer == 1) {
      return (12 * bitrate / sampleRate + padding) * 4;
    }
    return samples(version, layer) / 8 * bitrate / sampleRate + padding;
  }

  private static int sampleRate(int version, int index) {
    return version == MPEG1 ? SAMPLE_RATES[index] : SAMPLE_RATES[index] / (version == 2 ? 2 : 4);
  }

  private static int samples(int version, int layer) {
    return layer == 1 ? 384 : layer == 3 && version != MPEG1 ? 576 : 1152;
  }

  @Override
  boolean read(byte[] data, int at, int end) {
    int version = data[at + 1] >> 3 & 3;
    int layer = 4 - (data[at + 1] >> 1 & 3);
    boolean isMono = (data[at + 3] >> 6 & 3) == MONO;
    payload = data;
    payloadStart = at;
    payloadEnd = end;
    samples = samples(version, layer);
    int bits = version << 5 | layer << 3 | (data[at + 2] >> 2 & 3) << 1 | (isMono ? 1 : 0);
    if (bits != headerBits) {
      headerBits = bits;
      int objectType = version == MPEG1 ? Esds.MPEG1_AUDIO : Esds.MPEG2_AUDIO;
      // The two lower layers by the number that says so, since decoders of MP3 may lack them.
      String codec =
          layer < 3 ? "mp4a.40." + (31 + layer) : version == MPEG1 ? "mp4a.6B" : "mp4a.69";
      format =
          new AudioFormat(
              codec,
              "mp4a",
              sampleRate(version, data[at + 2] >> 2 & 3),
              isMono ? 1 : 2,
              "esds",
              Esds.body(objectType, new byte[0]));
    }
    return layer < 3 || !isInformation(data, at, end, version, isMono);
  }

  /** Whether the frame is one that tells of the file and holds no sound itself. */
  private static boolean isInformation(byte[] data, int at, int end, int version, boolean isMono) {
    int sideBytes = version == MPEG1 ? (isMono ? 17 : 32) : (isMono ? 9 : 17);
    return startsWith(data, at + HEADER_BYTES + sideBytes, end, "Xing")
        || startsWith(data, at + HEADER_BYTES + sideBytes, end, "Info")
        || startsWith(data, at + HEADER_BYTES + 32, end, "VBRI");
  }

  private static boolean startsWith(byte[] data, int at, int end, String text) {
    if (end - at < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (data[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
