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
    String text = "";
    int from = 0;
    while (true) {
      int open = template.indexOf('$', from);
      int close = open < 0 ? -1 : template.indexOf('$', open + 1);
      if (close < 0) {
        texts.add(join(text, template.substring(from)));
        return;
      }
      text = join(text, template.substring(from, open));
      from = close + 1;
      String identifier = template.substring(open + 1, close);
      int percent = identifier.indexOf('%');
      String name = percent < 0 ? identifier : identifier.substring(0, percent);
      int width = percent < 0 ? 1 : width(identifier, percent + 1);
      if (identifier.isEmpty()) {
        text += '$';
      } else if (identifier.equals("RepresentationID")) {
        text = join(text, representationId);
      } else if (name.equals("Bandwidth") && width > 0) {
        text += padded(bandwidthBps, width);
      } else if ((name.equals("Number") || name.equals("Time")) && width > 0) {
        texts.add(text);
        text = "";
        holes.add(new Hole(name.equals("Time"), width));
      } else {
        text += '$' + identifier;
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
    String url = texts.get(0);
    for (int i = 0; i < holes.size(); i++) {
      Hole hole = holes.get(i);
      url += padded(hole.isTime ? timeTicks : number, hole.width) + texts.get(i + 1);
    }
    return url;
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

  /** Spares the copy where there is nothing to join. */
  private static String join(String first, String second) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + second;
  }

  private static String padded(double value, int width) {
    String digits = Numbers.print(value);
    while (digits.length() < width) {
      digits = '0' + digits;
    }
    return digits;
  }
}
