package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.xml.XmlElement;
import java.util.List;

/** When periods start and end (ISO/IEC 23009-1, section 5.3.2.1). */
final class PeriodTimes {
  private PeriodTimes() {}

  /**
   * @param periods at least one
   * @param presentationS {@code mediaPresentationDuration}, or NaN
   * @return where each starts, and where the last one ends, infinite where nobody knows
   * @throws ParserException if a start cannot be known, or lies before the one before
   */
  static double[] edgesS(List<XmlElement> periods, double presentationS) {
    int count = periods.size();
    double[] edges = new double[count + 1];
    double end = 0;
    for (int i = 0; i < count; i++) {
      XmlElement period = periods.get(i);
      double start = Values.durationS(period, "start");
      edges[i] = Double.isNaN(start) ? end : start;
      if (Double.isNaN(edges[i]) || i > 0 && edges[i] < edges[i - 1]) {
        throw ParserException.malformed("a period that starts at no certain time", period.where());
      }
      end = edges[i] + Values.durationS(period, "duration");
    }
    if (Double.isNaN(end)) {
      end = presentationS > edges[count - 1] ? presentationS : Double.POSITIVE_INFINITY;
    }
    edges[count] = end;
    return edges;
  }
}
