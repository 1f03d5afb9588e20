package dev.offstage.engine.util;

/**
 * Unsigned integers in bytes, the highest first. Callers check the bounds themselves: compiled code
 * does not.
 */
public final class BigEndian {
  private static final double TWO_32 = 4294967296.0;

  private BigEndian() {}

  /** 16 bits. */
  public static int u16(byte[] data, int at) {
    return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
  }

  /** 32 bits as they are: beyond 2^31 the int is negative. */
  public static int i32(byte[] data, int at) {
    return u16(data, at) << 16 | u16(data, at + 2);
  }

  /** 32 bits, exact. */
  public static double u32(byte[] data, int at) {
    return u16(data, at) * 65536.0 + u16(data, at + 2);
  }

  /** 64 bits, exact up to 2^53. */
  public static double u64(byte[] data, int at) {
    return u32(data, at) * TWO_32 + u32(data, at + 4);
  }
}
