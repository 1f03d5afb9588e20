package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import java.util.function.Supplier;

/**
 * How ticks become seconds of the period.
 *
 * @param timescale ticks per second
 * @param offsetTicks the media time at the period's start ({@code presentationTimeOffset})
 * @param periodDurationS infinite where nobody knows
 */
record TimeUnit(double timescale, double offsetTicks, double periodDurationS) {

  /**
   * Reads {@code timescale} and {@code presentationTimeOffset}.
   *
   * @throws ParserException if they make no sense
   */
  static TimeUnit of(Inherited segmentInfo, double periodDurationS) {
    double timescale = segmentInfo.unsigned("timescale", 1);
    if (timescale == 0) {
      throw ParserException.malformed("timescale is 0", segmentInfo.where());
    }
    return new TimeUnit(
        timescale, segmentInfo.unsigned("presentationTimeOffset", 0), periodDurationS);
  }

  /** {@code presentationTimeOffset} in seconds. */
  double offsetS() {
    return offsetTicks / timescale;
  }

  /**
   * Segments that all last the same, as many as the period holds.
   *
   * @param durationTicks positive
   * @param limit at most so many
   * @throws ParserException if neither the period nor the limit has an end
   */
  SegmentTimes regular(double durationTicks, double limit, Supplier<String> where) {
    if (!(durationTicks > 0)) {
      throw ParserException.malformed("segments of duration 0", where.get());
    }
    if (Double.isInfinite(periodDurationS) && Double.isInfinite(limit)) {
      throw ParserException.malformed("nothing says how long the period is", where.get());
    }
    double[] start = {offsetTicks};
    double[] duration = {durationTicks};
    double[] repeats = {limit};
    return new SegmentTimes(this, start, duration, repeats, limit > 0 ? 1 : 0, where);
  }

  /** One segment that lasts as long as the period. */
  SegmentTimes single(Supplier<String> where) {
    double[] start = {offsetTicks};
    double[] duration = {Double.POSITIVE_INFINITY};
    double[] repeats = {1};
    return new SegmentTimes(this, start, duration, repeats, 1, where);
  }
}
