package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Elements that are a scheme and a value (ISO/IEC 23009-1, section 5.8). */
final class Descriptors {
  private static final String ROLE_SCHEME = "urn:mpeg:dash:role:2011";

  /** Colour and the like, said in the media too, where the decoder finds it. */
  private static final String CICP_SCHEMES = "urn:mpeg:mpegB:cicp:";

  private Descriptors() {}

  /** The roles of an AdaptationSet. */
  static List<String> roles(XmlElement adaptationSet) {
    List<String> roles = new ArrayList<>();
    for (XmlElement role : adaptationSet.children("Role")) {
      String value = role.attribute("value");
      if (value != null && ROLE_SCHEME.equals(role.attribute("schemeIdUri"))) {
        roles.add(value);
      }
    }
    return roles;
  }

  /**
   * Makes sure that an element asks for nothing that this player does not know.
   *
   * @throws ParserException unsupported if it does
   */
  static void checkEssential(XmlElement element) {
    for (XmlElement property : element.children("EssentialProperty")) {
      String scheme = schemeOf(property);
      if (!scheme.startsWith(CICP_SCHEMES)) {
        throw ParserException.unsupported("EssentialProperty " + scheme, property.where());
      }
    }
  }

  /**
   * Makes sure that the media is not encrypted.
   *
   * @throws ParserException unsupported if it is
   */
  static void checkClear(Inherited elements) {
    XmlElement protection = elements.child("ContentProtection");
    if (protection != null) {
      throw ParserException.unsupported(
          "encrypted media, " + schemeOf(protection), protection.where());
    }
  }

  /** The number of channels, or 0 where nobody says it in a way that is known. */
  static int audioChannels(Inherited elements) {
    XmlElement configuration = elements.child("AudioChannelConfiguration");
    String value = configuration == null ? null : configuration.attribute("value");
    if (configuration == null || value == null) {
      return 0;
    }
    return AudioChannels.count(schemeOf(configuration), value.trim());
  }

  private static String schemeOf(XmlElement descriptor) {
    String scheme = descriptor.attribute("schemeIdUri");
    return scheme == null ? "without a scheme" : scheme;
  }
}
