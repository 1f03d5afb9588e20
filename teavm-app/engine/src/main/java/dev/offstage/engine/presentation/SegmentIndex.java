package dev.offstage.engine.presentation;

/**
 * Answers every question about the segments of a Representation. Each addressing scheme implements
 * it. Immutable; times are seconds from the start of the period.
 */
public interface SegmentIndex {
  /** How many segments are known. Positions run from 0 to one less. May be 0. */
  int count();

  /**
   * The position of the segment that holds {@code timeS}: the last one that starts at or before it,
   * 0 for times before the first segment, {@link #count()} for times at or after the last one's
   * end.
   */
  int positionAt(double timeS);

  /**
   * The segment at {@code position}.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  Segment segment(int position);
}
