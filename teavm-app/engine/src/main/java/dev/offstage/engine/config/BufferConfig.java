package dev.offstage.engine.config;

/**
 * How much media to hold around the playhead.
 *
 * @param aheadS seconds before the playhead that loading aims at
 * @param behindS seconds behind the playhead that are kept; older media is removed
 * @param bytes how much all tracks together may hold; a little more where playback needs it
 */
public record BufferConfig(double aheadS, double behindS, double bytes) {
  /** What browsers hold of one track is of this order. */
  private static final double DEFAULT_BYTES = 120e6;

  /** Goals in seconds, and the default in bytes. */
  public BufferConfig(double aheadS, double behindS) {
    this(aheadS, behindS, DEFAULT_BYTES);
  }
}
