package dev.offstage.engine.stream;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import org.jspecify.annotations.Nullable;

/**
 * The segments of one period from a moment on, as far as they are known: an index may still have to
 * be loaded, and only some schemes say how large segments are.
 */
public final class UpcomingSegments {
  /** What segments are taken to last until there is an index. */
  private static final double USUAL_S = 4;

  private final SegmentLocator.DataSource dataSource;
  private final int periodIndex;
  private final double fromS;
  private final double leftS;
  private final double usualS;

  /**
   * @param fromS where they start, in seconds of the period
   * @param leftS what there is up to the end of the presentation, maybe infinite
   * @param longestS the longest segment so far, or 0
   */
  UpcomingSegments(
      SegmentLocator.DataSource dataSource,
      int periodIndex,
      double fromS,
      double leftS,
      double longestS) {
    this.dataSource = dataSource;
    this.periodIndex = periodIndex;
    this.fromS = fromS;
    this.leftS = leftS;
    this.usualS = longestS > 0 ? longestS : USUAL_S;
  }

  /** How long segments are as a rule, in seconds. */
  public double segmentS() {
    return usualS;
  }

  /** How many there are up to the end of the presentation, about; large where nobody knows. */
  public int count() {
    return (int) Math.min(Math.ceil(leftS / usualS), 1e6);
  }

  /** How long a segment of a Representation is, in seconds; NaN where nobody knows. */
  public double durationS(Representation representation, int ahead) {
    Segment segment = segment(representation, ahead);
    return segment == null ? Double.NaN : segment.endS() - segment.startS();
  }

  /**
   * How large a segment of a Representation is.
   *
   * @param ahead 0 for the next one, 1 for the one after it
   * @return bits; NaN where nobody knows
   */
  public double sizeBits(Representation representation, int ahead) {
    Segment segment = segment(representation, ahead);
    return segment == null ? Double.NaN : sizeBits(segment);
  }

  /** Of a segment that is a range of bytes; NaN of another. */
  static double sizeBits(Segment segment) {
    ByteRange range = segment.range();
    return range == null || range.last() == ByteRange.OPEN_END
        ? Double.NaN
        : (range.last() - range.first() + 1) * 8;
  }

  private @Nullable Segment segment(Representation representation, int ahead) {
    SegmentIndex index = dataSource.of(periodIndex, representation).knownIndex();
    if (index == null) {
      return null;
    }
    int position = index.positionAt(fromS) + ahead;
    return position < index.count() ? index.segment(position) : null;
  }
}
