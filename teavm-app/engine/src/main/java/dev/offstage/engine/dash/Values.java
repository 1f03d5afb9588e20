package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.util.Numbers;
import dev.offstage.engine.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Attribute values by their type in the schema of the MPD. */
final class Values {
  private Values() {}

  /**
   * An unsigned number.
   *
   * @return {@code absent} where there is no such attribute
   * @throws ParserException if the value is none
   */
  static double unsigned(@Nullable XmlElement element, String name, double absent) {
    String text = element == null ? null : element.attribute(name);
    if (element == null || text == null) {
      return absent;
    }
    double value = Numbers.decimal(text);
    if (!(value >= 0 && value <= Numbers.MAX_INTEGER)) {
      throw malformed(element, name, text);
    }
    return value;
  }

  /**
   * An ISO 8601 duration in seconds.
   *
   * @return NaN where there is no such attribute
   * @throws ParserException if the value is none, or is negative
   */
  static double durationS(XmlElement element, String name) {
    String text = element.attribute(name);
    if (text == null) {
      return Double.NaN;
    }
    double value = Numbers.durationS(text);
    if (!(value >= 0)) {
      throw malformed(element, name, text);
    }
    return value;
  }

  /**
   * A byte range such as {@code 0-1023} or {@code 1024-}.
   *
   * @return null where there is no such attribute
   * @throws ParserException if the value is none
   */
  static @Nullable ByteRange byteRange(@Nullable XmlElement element, String name) {
    String text = element == null ? null : element.attribute(name);
    if (element == null || text == null) {
      return null;
    }
    int dash = text.indexOf('-');
    double first = dash < 0 ? Double.NaN : Numbers.integer(text.substring(0, dash));
    String end = text.substring(dash + 1).trim();
    double last = end.isEmpty() ? ByteRange.OPEN_END : Numbers.integer(end);
    if (!(first >= 0 && last >= first)) {
      throw malformed(element, name, text);
    }
    return new ByteRange(first, last);
  }

  private static ParserException malformed(XmlElement element, String name, String text) {
    return ParserException.malformed(name + "=\"" + text + "\" makes no sense", element.where());
  }
}
