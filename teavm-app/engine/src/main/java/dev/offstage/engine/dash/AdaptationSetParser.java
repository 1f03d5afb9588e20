package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code AdaptationSet} (ISO/IEC 23009-1, section 5.3.3). */
final class AdaptationSetParser {
  private AdaptationSetParser() {}

  /**
   * @param scope within the AdaptationSet
   * @param id unique within the period
   * @param representationIds of the period so far
   * @param leftOut takes the Representations that must be left out
   * @return null if none is left
   * @throws ParserException malformed, or unsupported if the whole must be left out
   */
  static @Nullable AdaptationSet parse(
      XmlElement element, Scope scope, String id, Ids representationIds, List<String> leftOut) {
    Descriptors.checkEssential(element);
    List<Representation> representations = new ArrayList<>();
    MediaType type = null;
    int number = 0;
    String prefix = id + '.';
    for (XmlElement child : element.children("Representation")) {
      Scope inner = scope.enter(child);
      if (type == null) {
        type = MediaTypes.of(inner.elements());
      }
      if (type == null) {
        throw ParserException.unsupported("neither video, audio nor text", element.where());
      }
      String representationId = representationIds.unique(child.attribute("id"), prefix, ++number);
      try {
        representations.add(RepresentationParser.parse(child, inner, representationId));
      } catch (ParserException e) {
        if (e.isMalformed()) {
          throw e;
        }
        leftOut.add(e.getMessage());
      }
    }
    if (type == null || representations.isEmpty()) {
      return null;
    }
    representations.sort(Comparator.comparingInt(Representation::bandwidthBps));
    XmlElement label = element.child("Label");
    return new AdaptationSet(
        id,
        type,
        language(element),
        label == null ? null : label.text(),
        Descriptors.roles(element),
        representations);
  }

  private static @Nullable String language(XmlElement element) {
    String language = element.attribute("lang");
    XmlElement component = element.child("ContentComponent");
    return language == null && component != null ? component.attribute("lang") : language;
  }
}
