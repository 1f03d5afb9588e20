package dev.offstage.engine.dash;

import dev.offstage.engine.util.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * A URL with identifiers to fill in (ISO/IEC 23009-1, section 5.3.9.4.4): {@code $Number$}, {@code
 * $Time$}, {@code $RepresentationID$}, {@code $Bandwidth$}, each but the third with a width such as
 * {@code $Number%05d$}, and {@code $$}. What is none of these stays as it is.
 */
final class UrlTemplate {
  private static final int MAX_WIDTH = 64;

  /** Text before each hole; the last one follows the last hole. */
  private final List<String> texts = new ArrayList<>();

  private final List<Hole> holes = new ArrayList<>();

  private record Hole(boolean isTime, int width) {}

  /**
   * @param template as the MPD has it
   * @param representationId fills {@code $RepresentationID$}
   * @param bandwidthBps fills {@code $Bandwidth$}
   */
  UrlTemplate(String template, String representationId, double bandwidthBps) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (true) {
      int open = template.indexOf('$', from);
      int close = open < 0 ? -1 : template.indexOf('$', open + 1);
      if (close < 0) {
        texts.add(text.append(template, from, template.length()).toString());
        return;
      }
      text.append(template, from, open);
      from = close + 1;
      String identifier = template.substring(open + 1, close);
      int percent = identifier.indexOf('%');
      String name = percent < 0 ? identifier : identifier.substring(0, percent);
      int width = percent < 0 ? 1 : width(identifier, percent + 1);
      if (identifier.isEmpty()) {
        text.append('$');
      } else if (identifier.equals("RepresentationID")) {
        text.append(representationId);
      } else if (name.equals("Bandwidth") && width > 0) {
        appendPadded(text, bandwidthBps, width);
      } else if ((name.equals("Number") || name.equals("Time")) && width > 0) {
        texts.add(text.toString());
        text.setLength(0);
        holes.add(new Hole(name.equals("Time"), width));
      } else {
        text.append('$').append(identifier);
        // The closing dollar may open the next identifier.
        from = close;
      }
    }
  }

  /**
   * The URL reference of one segment.
   *
   * @param number fills {@code $Number$}, an integer from 0 to 2^53
   * @param timeTicks fills {@code $Time$}, an integer from 0 to 2^53
   */
  String fill(double number, double timeTicks) {
    StringBuilder url = new StringBuilder(texts.get(0));
    for (int i = 0; i < holes.size(); i++) {
      Hole hole = holes.get(i);
      appendPadded(url, hole.isTime ? timeTicks : number, hole.width);
      url.append(texts.get(i + 1));
    }
    return url.toString();
  }

  /** The {@code n} of {@code 0nd}, or 0 if it is something else. */
  private static int width(String identifier, int from) {
    int last = identifier.length() - 1;
    if (last < from || identifier.charAt(last) != 'd') {
      return 0;
    }
    double width = last == from ? 1 : Numbers.integer(identifier.substring(from, last));
    return width >= 0 && width <= MAX_WIDTH ? Math.max(1, (int) width) : 0;
  }

  private static void appendPadded(StringBuilder out, double value, int width) {
    String digits = Numbers.print(value);
    for (int i = digits.length(); i < width; i++) {
      out.append('0');
    }
    out.append(digits);
  }
}
