package dev.offstage.engine.dash;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Times of segments that all last the same. The Representations of an AdaptationSet ask for the
 * same ones in a row, so the last answer serves them all.
 */
final class RegularTimes {
  private @Nullable TimeUnit unit;
  private double durationTicks;
  private double limit;
  private @Nullable SegmentTimes times;

  /** See {@link TimeUnit#regular}. */
  SegmentTimes get(TimeUnit unit, double durationTicks, double limit, Supplier<String> where) {
    SegmentTimes known = times;
    if (known != null
        && unit.equals(this.unit)
        && durationTicks == this.durationTicks
        && limit == this.limit) {
      return known;
    }
    SegmentTimes made = unit.regular(durationTicks, limit, where);
    this.unit = unit;
    this.durationTicks = durationTicks;
    this.limit = limit;
    times = made;
    return made;
  }
}
