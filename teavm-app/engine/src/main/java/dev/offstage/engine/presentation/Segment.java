package dev.offstage.engine.presentation;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * One media segment.
 *
 * @param position its place in its {@link SegmentIndex}; where segments are added and removed, a
 *     number that stays the same and that no other segment of the Representation has
 * @param startS where it starts, in seconds from the start of its period
 * @param endS where it ends, in seconds from the start of its period
 * @param address where it is
 * @param range the bytes of it, or null for the whole resource
 * @param init what initialises the decoder; null for its Representation's
 * @param timeline which of the media's timelines its timestamps are on, the same for all tracks;
 *     {@link #KNOWN_TIMELINE} where the Representation says what they mean
 * @param encryption how it is encrypted, or null
 * @param isGap whether it is missing at the source and must not be asked for
 */
public record Segment(
    double position,
    double startS,
    double endS,
    Address address,
    @Nullable ByteRange range,
    @Nullable InitSegment init,
    int timeline,
    @Nullable Encryption encryption,
    boolean isGap) {
  /** The timeline that {@link Representation#presentationTimeOffsetS()} is about. */
  public static final int KNOWN_TIMELINE = -1;

  /** A segment of a Representation that says all else. */
  public Segment(
      double position, double startS, double endS, Address address, @Nullable ByteRange range) {
    this(position, startS, endS, address, range, null, KNOWN_TIMELINE, null, false);
  }

  /** Its URL at the place that is asked first, absolute. */
  public String url() {
    return address.url();
  }
}
