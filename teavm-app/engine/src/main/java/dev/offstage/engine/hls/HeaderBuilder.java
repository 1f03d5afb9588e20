package dev.offstage.engine.hls;

import dev.offstage.engine.util.Numbers;
import org.jspecify.annotations.Nullable;

/** The tags that both kinds of playlist may have (RFC 8216bis, sections 4.4.1 and 4.4.2). */
final class HeaderBuilder {
  private final String url;
  private final Variables imported;
  private final Variables variables = new Variables();
  private int version;
  private boolean independentSegments;
  private @Nullable StartPoint start;

  /**
   * @param imported what the multivariant playlist defines
   */
  HeaderBuilder(String url, Variables imported) {
    this.url = url;
    this.imported = imported;
  }

  /** Takes a tag, if it is one of these. */
  boolean takeTag(String name, LineScanner line) {
    switch (name) {
      case "EXT-X-VERSION" -> {
        double number = Numbers.integer(line.value());
        if (!(number >= 1) || version != 0) {
          throw line.malformed("EXT-X-VERSION:" + line.value());
        }
        version = (int) Math.min(number, Integer.MAX_VALUE);
      }
      case "EXT-X-INDEPENDENT-SEGMENTS" -> independentSegments = true;
      case "EXT-X-START" -> {
        AttributeList tag = attributes(line);
        double offsetS = Numbers.decimal(tag.required("TIME-OFFSET"));
        if (Double.isNaN(offsetS)) {
          throw line.malformed("TIME-OFFSET");
        }
        start = new StartPoint(offsetS, tag.yes("PRECISE"));
      }
      case "EXT-X-DEFINE" -> variables.define(attributes(line), imported, url);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The attributes of a tag. */
  AttributeList attributes(LineScanner line) {
    return new AttributeList(line.value(), variables, line.where());
  }

  /** A line that is a URI, as it is written but for variables. */
  String uri(LineScanner line) {
    return variables.substitute(line.text(), line.where());
  }

  Variables variables() {
    return variables;
  }

  PlaylistHeader build() {
    return new PlaylistHeader(Math.max(1, version), independentSegments, start, variables);
  }
}
