package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/**
 * What a sequence parameter set of H.264 says (ITU-T H.264, section 7.3.2.1.1 and annex E).
 *
 * @param id its number
 * @param profile {@code profile_idc}
 * @param constraints the byte behind it
 * @param level {@code level_idc}
 * @param chromaFormat 0 monochrome, 1 4:2:0, 2 4:2:2, 3 4:4:4
 * @param separatePlanes whether the colours are coded as three pictures
 * @param lumaBits per sample
 * @param chromaBits per sample
 * @param frameNumBits how long {@code frame_num} is in slice headers
 * @param framesOnly whether no picture is a single field
 * @param width in pixels, cropped
 * @param height in pixels, cropped
 * @param aspect of a pixel
 * @param framesPerSecond as its timing says, or NaN
 */
record AvcSps(
    int id,
    int profile,
    int constraints,
    int level,
    int chromaFormat,
    boolean separatePlanes,
    int lumaBits,
    int chromaBits,
    int frameNumBits,
    boolean framesOnly,
    int width,
    int height,
    PixelAspect aspect,
    double framesPerSecond) {
  private static final int MAX_BYTES = 4096;
  private static final int MAX_SIZE = 16384;
  private static final int MAX_ID = 31;

  /**
   * Reads a NAL unit.
   *
   * @param data holds it
   * @param from its header
   * @param to behind its last byte
   * @return null if it makes no sense
   */
  static @Nullable AvcSps read(byte[] data, int from, int to) {
    if (to - from < 5) {
      return null;
    }
    byte[] payload = NalUnits.unescape(data, from + 1, to, MAX_BYTES);
    BitReader bits = new BitReader(payload, 0, payload.length);
    int profile = bits.bits(8);
    int constraints = bits.bits(8);
    int level = bits.bits(8);
    int id = bits.ue();
    int chromaFormat = 1;
    boolean separatePlanes = false;
    int lumaBits = 8;
    int chromaBits = 8;
    if (hasChromaFormat(profile)) {
      chromaFormat = bits.ue();
      separatePlanes = chromaFormat == 3 && bits.flag();
      lumaBits += bits.ue();
      chromaBits += bits.ue();
      bits.skip(1);
      if (bits.flag()) {
        for (int list = 0; list < (chromaFormat == 3 ? 12 : 8); list++) {
          if (bits.flag()) {
            skipScalingList(bits, list < 6 ? 16 : 64);
          }
        }
      }
    }
    int frameNumBits = bits.ue() + 4;
    skipOrderCount(bits);
    bits.ue();
    bits.skip(1);
    // Sizes are checked before they are multiplied, so that nothing overflows.
    int widthInBlocks = bits.ue();
    int heightInBlocks = bits.ue();
    boolean framesOnly = bits.flag();
    if (!framesOnly) {
      bits.skip(1);
    }
    bits.skip(1);
    boolean isCropped = bits.flag();
    int left = isCropped ? bits.ue() : 0;
    int right = isCropped ? bits.ue() : 0;
    int top = isCropped ? bits.ue() : 0;
    int bottom = isCropped ? bits.ue() : 0;
    boolean sound =
        id >= 0
            && id <= MAX_ID
            && chromaFormat <= 3
            && lumaBits >= 8
            && lumaBits <= 14
            && chromaBits >= 8
            && chromaBits <= 14
            && frameNumBits >= 4
            && frameNumBits <= 16
            && widthInBlocks < MAX_SIZE / 16
            && heightInBlocks < MAX_SIZE / 16
            && Math.max(Math.max(left, right), Math.max(top, bottom)) < MAX_SIZE;
    if (!sound || bits.isOverrun()) {
      return null;
    }
    int fields = framesOnly ? 1 : 2;
    boolean isSubsampled = chromaFormat == 1 || chromaFormat == 2;
    int width = (widthInBlocks + 1) * 16 - (left + right) * (isSubsampled ? 2 : 1);
    int height =
        (heightInBlocks + 1) * 16 * fields - (top + bottom) * (chromaFormat == 1 ? 2 : 1) * fields;
    if (width <= 0 || height <= 0) {
      return null;
    }
    PixelAspect aspect = PixelAspect.square();
    double framesPerSecond = Double.NaN;
    if (bits.flag()) {
      if (bits.flag()) {
        aspect = PixelAspect.read(bits);
      }
      framesPerSecond = readTiming(bits);
    }
    return new AvcSps(
        id,
        profile,
        constraints,
        level,
        chromaFormat,
        separatePlanes,
        lumaBits,
        chromaBits,
        frameNumBits,
        framesOnly,
        width,
        height,
        aspect,
        framesPerSecond);
  }

  /** Whether sets of a profile say how colours are coded. */
  static boolean hasChromaFormat(int profile) {
    return switch (profile) {
      case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
      default -> false;
    };
  }

  private static void skipScalingList(BitReader bits, int size) {
    int last = 8;
    int next = 8;
    for (int i = 0; i < size && next != 0; i++) {
      next = last + bits.se() & 255;
      last = next == 0 ? last : next;
    }
  }

  private static void skipOrderCount(BitReader bits) {
    int type = bits.ue();
    if (type == 0) {
      bits.ue();
    } else if (type == 1) {
      bits.skip(1);
      bits.se();
      bits.se();
      int count = Math.min(bits.ue(), 255);
      for (int i = 0; i < count; i++) {
        bits.se();
      }
    }
  }

  /** Reads on behind the aspect ratio, up to the timing. */
  private static double readTiming(BitReader bits) {
    if (bits.flag()) {
      bits.skip(1);
    }
    if (bits.flag()) {
      bits.skip(4);
      if (bits.flag()) {
        bits.skip(24);
      }
    }
    if (bits.flag()) {
      bits.ue();
      bits.ue();
    }
    if (!bits.flag()) {
      return Double.NaN;
    }
    double unitsInTick = bits.bits(16) * 65536.0 + bits.bits(16);
    double timeScale = bits.bits(16) * 65536.0 + bits.bits(16);
    // A tick is a field.
    double rate = timeScale / (2 * unitsInTick);
    return !bits.isOverrun() && rate >= 1 && rate <= 1000 ? rate : Double.NaN;
  }
}
