package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.xml.XmlElement;

/** Elements whose content lies elsewhere (ISO/IEC 23009-1, section 5.5). */
final class Links {
  private static final String TO_NOTHING = "urn:mpeg:dash:resolve-to-zero:2013";

  private Links() {}

  /** Whether the element stands for none at all. */
  static boolean isNothing(XmlElement element) {
    return TO_NOTHING.equals(element.attribute("xlink:href"));
  }

  /**
   * Makes sure that the element is here as a whole.
   *
   * @throws ParserException unsupported if it is not
   */
  static void checkInline(XmlElement element) {
    if (element.attribute("xlink:href") != null) {
      throw ParserException.unsupported("xlink:href", element.where());
    }
  }
}
