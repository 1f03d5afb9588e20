package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code EXT-X-DEFINE} defines, and its substitution (RFC 8216bis, sections 4.3 and 4.4.2.3).
 * Values are not substituted in turn.
 */
public final class Variables {
  /** No variable at all. */
  public static final Variables NONE = new Variables();

  /** However often variables are used, a playlist may not grow by more than this. */
  private static final int MAX_CHARS = 1 << 22;

  private static final int MAX_COUNT = 1000;

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private int chars;

  Variables() {}

  /** The value of a variable, or null where it is not defined. */
  public @Nullable String value(String name) {
    int index = Lists.indexOf(names, name);
    return index < 0 ? null : values.get(index);
  }

  /**
   * Reads a tag.
   *
   * @param imported what the multivariant playlist defines
   * @param url of the playlist, after redirects
   */
  void define(AttributeList attributes, Variables imported, String url) {
    String name = attributes.text("NAME");
    String value;
    if (name != null) {
      value = attributes.required("VALUE");
    } else if ((name = attributes.text("QUERYPARAM")) != null) {
      value = QueryParameters.value(url, name);
    } else {
      name = attributes.required("IMPORT");
      value = imported.value(name);
    }
    if (value == null) {
      throw ParserException.malformed("nothing to define " + name + " by", attributes.where());
    }
    if (Lists.indexOf(names, name) >= 0 || names.size() == MAX_COUNT) {
      throw ParserException.malformed("variable " + name + " once more", attributes.where());
    }
    names.add(name);
    values.add(value);
  }

  /** Whether both define the same. */
  boolean isSameAs(Variables other) {
    return Lists.areSame(names, other.names) && Lists.areSame(values, other.values);
  }

  /**
   * Puts the values in.
   *
   * @param where the line, for errors
   */
  String substitute(String text, String where) {
    int open = text.indexOf("{$");
    if (open < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      int close = open + 2;
      while (close < text.length() && isNameChar(text.charAt(close))) {
        close++;
      }
      if (close == text.length() || text.charAt(close) != '}' || close == open + 2) {
        open = text.indexOf("{$", close); // no reference, only looks like one
        continue;
      }
      String name = text.substring(open + 2, close);
      String value = value(name);
      if (value == null) {
        throw ParserException.malformed("no variable " + name, where);
      }
      chars += value.length();
      if (chars > MAX_CHARS) {
        throw ParserException.malformed("variables make too much text", where);
      }
      out.append(text, from, open).append(value);
      from = close + 1;
      open = text.indexOf("{$", from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isNameChar(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }
}
