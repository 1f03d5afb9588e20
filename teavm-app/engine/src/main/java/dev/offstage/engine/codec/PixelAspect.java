package dev.offstage.engine.codec;

/** The shape of a pixel by its number (ITU-T H.264, table E-1; the same in H.265). */
final class PixelAspect {
  private static final int EXTENDED = 255;
  private static final int[] TABLE = {
    1, 1, 1, 1, 12, 11, 10, 11, 16, 11, 40, 33, 24, 11, 20, 11, 32, 11, 80, 33, 18, 11, 15, 11, 64,
    33, 160, 99, 4, 3, 3, 2, 2, 1
  };

  final int width;
  final int height;

  private PixelAspect(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A square. */
  static PixelAspect square() {
    return new PixelAspect(1, 1);
  }

  /** Reads {@code aspect_ratio_idc} and what belongs to it. */
  static PixelAspect read(BitReader bits) {
    int number = bits.bits(8);
    int width = 1;
    int height = 1;
    if (number == EXTENDED) {
      width = bits.bits(16);
      height = bits.bits(16);
    } else if (number * 2 < TABLE.length) {
      width = TABLE[number * 2];
      height = TABLE[number * 2 + 1];
    }
    return width == 0 || height == 0 ? square() : new PixelAspect(width, height);
  }
}
