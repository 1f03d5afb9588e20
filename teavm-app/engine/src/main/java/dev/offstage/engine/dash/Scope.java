package dev.offstage.engine.dash;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the MPD the parser is, and what holds there.
 *
 * @param elements the open elements from the Period on, innermost first
 * @param bases what references are relative to (section 5.6)
 * @param periodDurationS infinite where nobody knows
 * @param regular shared by all
 */
record Scope(
    Inherited elements, List<BaseUrl> bases, double periodDurationS, RegularTimes regular) {

  /** The scope of the MPD element itself: nothing but its base URL is inherited from there. */
  static Scope of(XmlElement mpd, String url) {
    Scope outside =
        new Scope(
            new Inherited(List.of()),
            BaseUrls.of(url),
            Double.POSITIVE_INFINITY,
            new RegularTimes());
    return new Scope(
        outside.elements, outside.enter(mpd).bases, outside.periodDurationS, outside.regular);
  }

  /** The scope within an element. */
  Scope enter(XmlElement element) {
    List<XmlElement> levels = new ArrayList<>();
    levels.add(element);
    levels.addAll(elements.levels());
    return new Scope(
        new Inherited(levels), BaseUrls.within(element, bases), periodDurationS, regular);
  }

  /** Where a reference leads from here. */
  Address address(String reference) {
    return new Address(bases, reference);
  }

  /** The same with a period's length. */
  Scope lasting(double durationS) {
    return new Scope(elements, bases, durationS, regular);
  }
}
