package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.xml.XmlEvent;
import dev.offstage.engine.xml.XmlScanner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@code SegmentTimeline} as it is written (ISO/IEC 23009-1, section 5.3.9.6): its {@code S}
 * elements as parallel columns. The Representations that share it share what it means, too.
 */
final class SegmentTimeline {
  private final Supplier<String> where;
  private int size;

  /** {@code S@t}, or what the elements before make of it; NaN where they leave it open. */
  private double[] startTicks = new double[32];

  private double[] durationTicks = new double[32];

  /** How many segments; {@link Double#POSITIVE_INFINITY} for {@code r="-1"}. */
  private double[] repeats = new double[32];

  private @Nullable TimeUnit lastUnit;
  private @Nullable SegmentTimes lastTimes;

  private SegmentTimeline(Supplier<String> where) {
    this.where = where;
  }

  /**
   * Reads the element.
   *
   * @param scanner stands at its start tag, afterwards at its end tag
   */
  static SegmentTimeline read(XmlScanner scanner) {
    int position = scanner.position();
    SegmentTimeline timeline =
        new SegmentTimeline(() -> "SegmentTimeline, " + scanner.where(position));
    int outer = scanner.depth() - 1;
    double next = 0;
    for (XmlEvent event = scanner.next(); scanner.depth() > outer; event = scanner.next()) {
      if (event == XmlEvent.START_ELEMENT && scanner.name().equals("S")) {
        next = timeline.add(scanner, next);
      }
    }
    return timeline;
  }

  /** Adds an {@code S} and returns where the next one starts unless it says otherwise. */
  private double add(XmlScanner scanner, double start) {
    double t = start;
    double d = 0;
    double r = 0;
    for (int i = 0; i < scanner.attributeCount(); i++) {
      switch (scanner.attributeName(i)) {
        case "t" -> t = scanner.attributeInteger(i);
        case "d" -> d = scanner.attributeInteger(i);
        case "r" -> r = scanner.attributeInteger(i);
        default -> {}
      }
    }
    boolean openEnd = size > 0 && Double.isInfinite(repeats[size - 1]);
    double floor = size == 0 ? 0 : lastStart(size - 1);
    if (!(d > 0) || Double.isNaN(t) || t < floor || size > 0 && t == floor) {
      String problem =
          !(d > 0)
              ? "S without a duration"
              : openEnd ? "r=\"-1\" before an S without t" : "S out of order";
      throw ParserException.malformed(problem, "S, " + scanner.where(scanner.position()));
    }
    if (openEnd) {
      repeats[size - 1] = Math.ceil((t - startTicks[size - 1]) / durationTicks[size - 1]);
    }
    if (size == startTicks.length) {
      startTicks = longer(startTicks);
      durationTicks = longer(durationTicks);
      repeats = longer(repeats);
    }
    startTicks[size] = t;
    durationTicks[size] = d;
    repeats[size] = r < 0 ? Double.POSITIVE_INFINITY : r + 1;
    size++;
    return r < 0 ? Double.NaN : t + d * (r + 1);
  }

  /** Where the last segment of a run starts, as far as that is known. */
  private double lastStart(int run) {
    double steps = Double.isInfinite(repeats[run]) ? 0 : repeats[run] - 1;
    return startTicks[run] + steps * durationTicks[run];
  }

  private static double[] longer(double[] column) {
    double[] copy = new double[2 * column.length];
    System.arraycopy(column, 0, copy, 0, column.length);
    return copy;
  }

  /**
   * What it means for a Representation.
   *
   * @throws ParserException if the last {@code S} repeats without end and so does the period
   */
  SegmentTimes times(TimeUnit unit) {
    SegmentTimes known = lastTimes;
    if (known != null && unit.equals(lastUnit)) {
      return known;
    }
    boolean endless = size > 0 && Double.isInfinite(repeats[size - 1]);
    if (endless && Double.isInfinite(unit.periodDurationS())) {
      throw ParserException.malformed("r=\"-1\" in a period of unknown length", where.get());
    }
    SegmentTimes times = new SegmentTimes(unit, startTicks, durationTicks, repeats, size, where);
    lastUnit = unit;
    lastTimes = times;
    return times;
  }
}
