package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.xml.XmlElement;
import dev.offstage.engine.xml.XmlEvent;
import dev.offstage.engine.xml.XmlScanner;
import java.util.ArrayList;
import java.util.List;

/** {@code MPD}, the root element (ISO/IEC 23009-1, section 5.3.1), and the door of the package. */
public final class MpdParser {
  private MpdParser() {}

  /**
   * Reads a manifest.
   *
   * @param data UTF-8 or UTF-16; handed over, not to be changed afterwards
   * @param url where it came from, after redirects, absolute
   * @throws ParserException malformed, or unsupported as a whole; parts that are unsupported are
   *     left out and named in {@link Presentation#leftOut()}
   */
  public static Presentation parse(byte[] data, String url) {
    XmlElement mpd = readRoot(data);
    if ("dynamic".equals(mpd.attribute("type"))) {
      throw ParserException.unsupported("live (MPD@type=dynamic)", mpd.where());
    }
    Descriptors.checkEssential(mpd);
    List<XmlElement> elements = new ArrayList<>();
    for (XmlElement period : mpd.children("Period")) {
      if (!Links.isNothing(period)) {
        Links.checkInline(period);
        elements.add(period);
      }
    }
    if (elements.isEmpty()) {
      throw ParserException.malformed("no Period", mpd.where());
    }
    double[] edges =
        PeriodTimes.edgesS(elements, Values.durationS(mpd, "mediaPresentationDuration"));
    Scope scope = Scope.of(mpd, url);
    Ids ids = new Ids();
    List<String> leftOut = new ArrayList<>();
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      XmlElement element = elements.get(i);
      String id = ids.unique(element.attribute("id"), "period", i + 1);
      if (edges[i + 1] > edges[i]) {
        periods.add(PeriodParser.parse(element, scope, id, edges[i], edges[i + 1], leftOut));
      }
    }
    if (periods.isEmpty()) {
      throw ParserException.malformed("no Period lasts any time", mpd.where());
    }
    return new Presentation(periods.get(periods.size() - 1).endS(), periods, leftOut);
  }

  private static XmlElement readRoot(byte[] data) {
    XmlScanner scanner = new XmlScanner(data);
    try {
      scanner.next();
    } catch (ParserException e) {
      // The start tag of a web page is seldom XML; that it is a page is what matters.
      if (scanner.name().isEmpty() || scanner.name().equals("MPD")) {
        throw e;
      }
    }
    if (!scanner.name().equals("MPD")) {
      throw ParserException.malformed(
          "not an MPD (root element is " + scanner.name() + ")", scanner.where(scanner.position()));
    }
    XmlElement mpd =
        XmlElement.read(
            scanner,
            inner -> inner.name().equals("SegmentTimeline") ? SegmentTimeline.read(inner) : null);
    while (scanner.next() != XmlEvent.END_DOCUMENT) {
      // Nothing but comments may follow; the scanner complains about all else.
    }
    return mpd;
  }
}
