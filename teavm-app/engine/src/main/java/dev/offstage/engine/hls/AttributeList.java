package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.Lists;
import dev.offstage.engine.util.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a tag (RFC 8216bis, section 4.2), variables put in. Quotes are taken off where
 * they are and not missed where they are not. Where a name comes twice, the first one counts.
 */
final class AttributeList {
  private final String where;
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  /**
   * @param where the line, for errors
   * @throws ParserException malformed, or naming a variable that nobody has defined
   */
  AttributeList(String text, Variables variables, String where) {
    this.where = where;
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      int comma = text.indexOf(',', at);
      if (equals < 0 || comma >= 0 && comma < equals) {
        // Not an attribute. Nothing is known of it, so it is passed over.
        at = comma < 0 ? text.length() : comma + 1;
        continue;
      }
      int from = equals + 1;
      int to;
      if (from < text.length() && text.charAt(from) == '"') {
        from++;
        to = text.indexOf('"', from);
        if (to < 0) {
          throw ParserException.malformed("a quote without an end", where);
        }
        comma = text.indexOf(',', to);
      } else {
        comma = text.indexOf(',', from);
        to = comma < 0 ? text.length() : comma;
      }
      names.add(text.substring(at, equals).trim());
      values.add(variables.substitute(text.substring(from, to), where));
      at = comma < 0 ? text.length() : comma + 1;
    }
  }

  String where() {
    return where;
  }

  List<String> names() {
    return names;
  }

  /** The value as it stands, or null. */
  @Nullable String text(String name) {
    int index = Lists.indexOf(names, name);
    return index < 0 ? null : values.get(index);
  }

  /** The value as it stands. */
  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw ParserException.malformed("no " + name, where);
    }
    return value;
  }

  /** A number from 0 up, with a fraction or without; NaN where there is none. */
  double number(String name) {
    String value = text(name);
    double number = value == null ? Double.NaN : Numbers.decimal(value);
    if (value != null && !(number >= 0)) {
      throw ParserException.malformed(name + '=' + value, where);
    }
    return number;
  }

  /** An integer from 0 to 2^31 - 1; 0 where there is none. Larger ones count as the largest. */
  int integer(String name) {
    double number = number(name);
    return Double.isNaN(number) ? 0 : (int) Math.min(number, Integer.MAX_VALUE);
  }

  /** Whether the value is {@code YES}. */
  boolean yes(String name) {
    return "YES".equals(text(name));
  }
}
