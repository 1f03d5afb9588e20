package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.util.Numbers;
import dev.offstage.engine.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** {@code Representation} (ISO/IEC 23009-1, section 5.3.5). */
final class RepresentationParser {
  private RepresentationParser() {}

  /**
   * @param scope within the Representation
   * @param id unique within the period
   * @throws ParserException malformed, or unsupported if it must be left out
   */
  static Representation parse(XmlElement element, Scope scope, String id) {
    Inherited elements = scope.elements();
    Descriptors.checkEssential(element);
    Descriptors.checkClear(elements);
    String mimeType = elements.attribute("mimeType");
    if (mimeType == null) {
      throw ParserException.unsupported("Representation without mimeType", element.where());
    }
    double bandwidthBps = Values.unsigned(element, "bandwidth", 0);
    String idInTemplates = element.attribute("id");
    Addressing addressing =
        AddressingParser.parse(
            scope, idInTemplates == null ? id : idInTemplates, bandwidthBps, mimeType.trim());
    return new Representation(
        id,
        format(elements, mimeType.trim()),
        (int) Math.min(Integer.MAX_VALUE, bandwidthBps),
        addressing.init(),
        addressing.segments(),
        addressing.offsetS());
  }

  private static Format format(Inherited elements, String mimeType) {
    String codecs = elements.attribute("codecs");
    String frameRate = elements.attribute("frameRate");
    double framesPerSecond = frameRate == null ? 0 : Numbers.ratio(frameRate);
    return new Format(
        mimeType,
        codecs == null || codecs.trim().isEmpty() ? null : codecs.trim(),
        count(elements.attribute("width")),
        count(elements.attribute("height")),
        framesPerSecond > 0 ? framesPerSecond : 0,
        count(elements.attribute("audioSamplingRate")),
        Descriptors.audioChannels(elements));
  }

  /** A number that only describes: one that makes no sense is no reason not to play. */
  private static int count(@Nullable String text) {
    double value = text == null ? 0 : Numbers.integer(text);
    return value > 0 && value <= Integer.MAX_VALUE ? (int) value : 0;
  }
}
