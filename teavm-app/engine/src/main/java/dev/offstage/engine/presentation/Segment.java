package dev.offstage.engine.presentation;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * One media segment.
 *
 * @param position its place in its {@link SegmentIndex}
 * @param startS where it starts, in seconds from the start of its period
 * @param endS where it ends, in seconds from the start of its period
 * @param address where it is
 * @param range the bytes of it, or null for the whole resource
 */
public record Segment(
    int position, double startS, double endS, Address address, @Nullable ByteRange range) {
  /** Its URL at the place that is asked first, absolute. */
  public String url() {
    return address.url();
  }
}
