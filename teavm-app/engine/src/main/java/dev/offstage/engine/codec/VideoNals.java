package dev.offstage.engine.codec;

import org.jspecify.annotations.Nullable;

/**
 * Says of each NAL unit of one video stream what it means to the access units, and keeps the
 * parameter sets.
 */
public interface VideoNals {
  /** It belongs to the coded picture. */
  int PICTURE = 1;

  /** If the access unit has a coded picture already, then here the next access unit begins. */
  int STARTS_ACCESS_UNIT = 2;

  /** Decoding can start with this access unit. */
  int KEY = 4;

  /** No frame that follows the key frame in decoding order refers to what was before it. */
  int CLOSED = 8;

  /** The second field of the frame whose first field is the access unit before. */
  int SECOND_FIELD = 16;

  /** Does not belong into an MP4 sample, or the configuration holds it already. */
  int LEFT_OUT = 32;

  /**
   * A picture that precedes a key frame when shown, follows it when decoded, and refers to what was
   * before the key frame.
   */
  int SKIPPED_LEADING = 64;

  /**
   * Looks at the next NAL unit.
   *
   * @param data holds it
   * @param from its header
   * @param to behind its last byte
   * @return the flags above, together
   */
  int inspect(byte[] data, int from, int to);

  /** A new array of parameter sets has come since the last call of {@link #format()}. */
  boolean isFormatStale();

  /** The format that the parameter sets give; null if any is missing or makes no sense. */
  @Nullable VideoFormat format();
}
