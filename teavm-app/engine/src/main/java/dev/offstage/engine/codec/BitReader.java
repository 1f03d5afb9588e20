package dev.offstage.engine.codec;

/**
 * Reads bits, the highest of each byte first. Reading on behind the end gives zeros, so that
 * parsers need no check at each step: they ask {@link #isOverrun()} when they are done.
 */
public final class BitReader {
  private final byte[] data;
  private final int endBit;
  private int bit;

  /**
   * @param data holds the bits
   * @param from the first byte
   * @param to behind the last byte, at most 2^27 bytes on
   */
  public BitReader(byte[] data, int from, int to) {
    this.data = data;
    bit = from * 8;
    endBit = to * 8;
  }

  /** One bit. */
  public int bit() {
    int value = bit < endBit ? data[bit >> 3] >> (7 - (bit & 7)) & 1 : 0;
    bit++;
    return value;
  }

  /** One bit as a flag. */
  public boolean flag() {
    return bit() != 0;
  }

  /**
   * An unsigned integer.
   *
   * @param count of bits, up to 32; with 32 the int may be negative
   */
  public int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  /** Passes over bits. */
  public void skip(int count) {
    bit += count;
  }

  /**
   * An unsigned integer in Exp-Golomb code (ITU-T H.264, section 9.1).
   *
   * @return 0 to 2^31 - 1; greater ones are said to be 2^31 - 1
   */
  public int ue() {
    int zeros = 0;
    while (zeros < 32 && bit() == 0) {
      zeros++;
    }
    return zeros > 30 ? Integer.MAX_VALUE : (1 << zeros) - 1 + bits(zeros);
  }

  /** A signed integer in Exp-Golomb code (ITU-T H.264, section 9.1.1). */
  public int se() {
    int code = ue();
    return (code & 1) == 0 ? -(code >> 1) : (code >> 1) + (code == Integer.MAX_VALUE ? 0 : 1);
  }

  /** Goes on to the next whole byte. */
  public void align() {
    bit = bit + 7 & ~7;
  }

  /** How many bits are left; negative behind the end. */
  public int bitsLeft() {
    return endBit - bit;
  }

  /** Which bit comes next, counted from the start of the array. */
  public int position() {
    return bit;
  }

  /** Whether more bits were read than there are. */
  public boolean isOverrun() {
    return bit > endBit;
  }
}
