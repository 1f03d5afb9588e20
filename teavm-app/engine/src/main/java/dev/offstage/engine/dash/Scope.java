package dev.offstage.engine.dash;

import dev.offstage.engine.util.Urls;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the MPD the parser is, and what holds there.
 *
 * @param elements the open elements from the Period on, innermost first
 * @param baseUrl what references are relative to, absolute (section 5.6)
 * @param periodDurationS infinite where nobody knows
 * @param regular shared by all
 */
record Scope(Inherited elements, String baseUrl, double periodDurationS, RegularTimes regular) {

  /** The scope of the MPD element itself: nothing but its base URL is inherited from there. */
  static Scope of(XmlElement mpd, String url) {
    Scope outside =
        new Scope(new Inherited(List.of()), url, Double.POSITIVE_INFINITY, new RegularTimes());
    return new Scope(
        outside.elements, outside.enter(mpd).baseUrl, outside.periodDurationS, outside.regular);
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
        periodDurationS,
        regular);
  }

  /** The same with a period's length. */
  Scope lasting(double durationS) {
    return new Scope(elements, baseUrl, durationS, regular);
  }
}
