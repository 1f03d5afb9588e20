package dev.offstage.engine.mpegts;

/** The checksum of sections (ISO/IEC 13818-1, annex A). */
final class Crc32 {
  private static final int POLYNOMIAL = 0x04C11DB7;

  private Crc32() {}

  /** The checksum of some bytes; 0 if their last four are the checksum of the others. */
  static int of(byte[] data, int from, int to) {
    int crc = -1;
    for (int i = from; i < to; i++) {
      crc ^= data[i] << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
    }
    return crc;
  }
}
