package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/**
 * What a sequence parameter set of H.265 says (ITU-T H.265, section 7.3.2.2 and annex E).
 *
 * @param id its number
 * @param profileTierLevel the 12 bytes of the general profile, tier and level
 * @param temporalLayers how many
 * @param temporalIdNested whether layers can be switched at any frame
 * @param chromaFormat 0 monochrome, 1 4:2:0, 2 4:2:2, 3 4:4:4
 * @param lumaBits per sample
 * @param chromaBits per sample
 * @param width in pixels, cropped
 * @param height in pixels, cropped
 * @param aspect of a pixel
 * @param framesPerSecond as its timing says, or NaN
 */
record HevcSps(
    int id,
    byte[] profileTierLevel,
    int temporalLayers,
    boolean temporalIdNested,
    int chromaFormat,
    int lumaBits,
    int chromaBits,
    int width,
    int height,
    PixelAspect aspect,
    double framesPerSecond) {
  private static final int MAX_BYTES = 4096;
  private static final int MAX_SIZE = 16384;
  private static final int MAX_SHORT_TERM_SETS = 64;
  private static final int MAX_PICTURES = 16;

  /**
   * Reads a NAL unit.
   *
   * @param data holds it
   * @param from its header
   * @param to behind its last byte
   * @return null if it makes no sense
   */
  static @Nullable HevcSps read(byte[] data, int from, int to) {
    if (to - from < 16) {
      return null;
    }
    byte[] payload = NalUnits.unescape(data, from + 2, to, MAX_BYTES);
    if (payload.length < 13) {
      return null;
    }
    BitReader bits = new BitReader(payload, 0, payload.length);
    bits.skip(4);
    int subLayers = bits.bits(3);
    boolean nested = bits.flag();
    byte[] general = new byte[12];
    System.arraycopy(payload, 1, general, 0, 12);
    bits.skip(96);
    skipSubLayers(bits, subLayers);
    int id = bits.ue();
    int chromaFormat = bits.ue();
    boolean separatePlanes = chromaFormat == 3 && bits.flag();
    int codedWidth = bits.ue();
    int codedHeight = bits.ue();
    boolean isCropped = bits.flag();
    int left = isCropped ? bits.ue() : 0;
    int right = isCropped ? bits.ue() : 0;
    int top = isCropped ? bits.ue() : 0;
    int bottom = isCropped ? bits.ue() : 0;
    int lumaBits = bits.ue();
    int chromaBits = bits.ue();
    int orderBits = bits.ue() + 4;
    boolean sound =
        id <= 15
            && subLayers <= 6
            && chromaFormat <= 3
            && codedWidth <= MAX_SIZE
            && codedHeight <= MAX_SIZE
            && Math.max(Math.max(left, right), Math.max(top, bottom)) < MAX_SIZE
            && lumaBits <= 8
            && chromaBits <= 8
            && orderBits <= 16;
    if (!sound || bits.isOverrun()) {
      return null;
    }
    int unitX = chromaFormat == 1 || chromaFormat == 2 ? 2 : 1;
    int unitY = chromaFormat == 1 ? 2 : 1;
    int width = codedWidth - (left + right) * (separatePlanes ? 1 : unitX);
    int height = codedHeight - (top + bottom) * (separatePlanes ? 1 : unitY);
    if (width <= 0 || height <= 0) {
      return null;
    }
    PixelAspect aspect = PixelAspect.square();
    double framesPerSecond = Double.NaN;
    if (skipToUsability(bits, subLayers, orderBits) && bits.flag()) {
      if (bits.flag()) {
        aspect = PixelAspect.read(bits);
      }
      framesPerSecond = readTiming(bits);
    }
    return new HevcSps(
        id,
        general,
        subLayers + 1,
        nested,
        chromaFormat,
        lumaBits + 8,
        chromaBits + 8,
        width,
        height,
        aspect,
        framesPerSecond);
  }

  private static void skipSubLayers(BitReader bits, int count) {
    int present = 0;
    for (int i = 0; i < count; i++) {
      present = present << 2 | bits.bits(2);
    }
    if (count > 0) {
      bits.skip((8 - count) * 2);
    }
    for (int i = count - 1; i >= 0; i--) {
      bits.skip((present >> 2 * i + 1 & 1) * 88 + (present >> 2 * i & 1) * 8);
    }
  }

  /**
   * Passes over what stands before the usability information.
   *
   * @return false if it makes no sense
   */
  private static boolean skipToUsability(BitReader bits, int subLayers, int orderBits) {
    boolean perLayer = bits.flag();
    for (int i = perLayer ? 0 : subLayers; i <= subLayers; i++) {
      bits.ue();
      bits.ue();
      bits.ue();
    }
    for (int i = 0; i < 6; i++) {
      bits.ue();
    }
    if (bits.flag() && bits.flag()) {
      skipScalingLists(bits);
    }
    bits.skip(2);
    if (bits.flag()) {
      bits.skip(8);
      bits.ue();
      bits.ue();
      bits.skip(1);
    }
    int sets = bits.ue();
    if (sets > MAX_SHORT_TERM_SETS) {
      return false;
    }
    int previous = 0;
    for (int i = 0; i < sets; i++) {
      previous = skipShortTermSet(bits, i, previous);
      if (previous < 0 || bits.isOverrun()) {
        return false;
      }
    }
    if (bits.flag()) {
      int count = bits.ue();
      if (count > 32) {
        return false;
      }
      bits.skip(count * (orderBits + 1));
    }
    bits.skip(2);
    return !bits.isOverrun();
  }

  private static void skipScalingLists(BitReader bits) {
    for (int size = 0; size < 4; size++) {
      for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
        if (!bits.flag()) {
          bits.ue();
        } else {
          if (size > 1) {
            bits.se();
          }
          for (int i = Math.min(64, 16 << 2 * size); i > 0; i--) {
            bits.se();
          }
        }
      }
    }
  }

  /**
   * Passes over {@code st_ref_pic_set} (section 7.3.7).
   *
   * @param previous how many pictures the set before has
   * @return how many pictures it has, or -1 if it makes no sense
   */
  private static int skipShortTermSet(BitReader bits, int index, int previous) {
    if (index > 0 && bits.flag()) {
      bits.skip(1);
      bits.ue();
      int count = 0;
      for (int i = 0; i <= previous; i++) {
        boolean isUsed = bits.flag();
        if (isUsed || bits.flag()) {
          count++;
        }
      }
      return count;
    }
    int negative = bits.ue();
    int positive = bits.ue();
    if (negative > MAX_PICTURES || positive > MAX_PICTURES) {
      return -1;
    }
    for (int i = negative + positive; i > 0; i--) {
      bits.ue();
      bits.skip(1);
    }
    return negative + positive;
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
    bits.skip(3);
    if (bits.flag()) {
      for (int i = 0; i < 4; i++) {
        bits.ue();
      }
    }
    if (!bits.flag()) {
      return Double.NaN;
    }
    double unitsInTick = bits.bits(16) * 65536.0 + bits.bits(16);
    double timeScale = bits.bits(16) * 65536.0 + bits.bits(16);
    double rate = timeScale / unitsInTick;
    return !bits.isOverrun() && rate >= 1 && rate <= 1000 ? rate : Double.NaN;
  }
}
