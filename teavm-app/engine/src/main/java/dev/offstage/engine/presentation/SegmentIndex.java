package dev.offstage.engine.presentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** What to know of a stream that goes on; null where nothing will be added. */
  default @Nullable Live live() {
    return null;
  }

  /**
   * The date of a moment, in milliseconds since the Unix epoch; NaN where nobody says.
   *
   * @param timeS maybe beyond the segments
   */
  default double dateMsAt(double timeS) {
    return Double.NaN;
  }

  /** The moment of a date, maybe beyond the segments; NaN where nobody says. */
  default double timeAtS(double dateMs) {
    return Double.NaN;
  }

  /** What happens for a time, as far as that is known. */
  default List<DateRange> dateRanges() {
    return List.of();
  }

  /** The same segments at other times: the media has shown that those told are wrong. */
  default SegmentIndex shifted(double byS) {
    return this;
  }
}
