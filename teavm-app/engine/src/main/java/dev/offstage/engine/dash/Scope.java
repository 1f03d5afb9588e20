package dev.offstage.engine.dash;

import dev.offstage.engine.util.Urls;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the MPD the parser is, and what holds there.
 *
 * @param elements the open elements, innermost first
 * @param baseUrl what references are relative to, absolute (section 5.6)
 * @param periodDurationS infinite where nobody knows
 */
record Scope(Inherited elements, String baseUrl, double periodDurationS) {

  /** The scope of the MPD element itself. */
  static Scope of(XmlElement mpd, String url) {
    return new Scope(new Inherited(List.of()), url, Double.POSITIVE_INFINITY).enter(mpd);
  }

  /** The scope within an element, with the first {@code BaseURL} of it. */
  Scope enter(XmlElement element) {
    List<XmlElement> levels = new ArrayList<>();
    levels.add(element);
    levels.addAll(elements.levels());
    XmlElement base = element.child("BaseURL");
    return new Scope(
        new Inherited(levels),
        base == null ? baseUrl : Urls.resolve(baseUrl, base.text()),
        periodDurationS);
  }

  /** The same with a period's length. */
  Scope lasting(double durationS) {
    return new Scope(elements, baseUrl, durationS);
  }
}
