package dev.offstage.simulator.traces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259) into maps, lists, strings, doubles, booleans and nulls. */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /**
   * The value that the text holds.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.skipSpace();
    if (json.at < text.length()) {
      throw json.malformed();
    }
    return value;
  }

  private Object value() {
    skipSpace();
    char first = peek();
    switch (first) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return string();
      default:
        if (first == '-' || Character.isDigit(first)) {
          return number();
        }
        for (Object constant : new Object[] {true, false}) {
          if (text.startsWith(constant.toString(), at)) {
            at += constant.toString().length();
            return constant;
          }
        }
        throw malformed();
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    skipSpace();
    while (peek() != '}') {
      skipSpace();
      String name = string();
      expect(':');
      members.put(name, value());
      skipSpace();
      if (peek() != '}') {
        expect(',');
      }
    }
    at++;
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    at++;
    skipSpace();
    while (peek() != ']') {
      items.add(value());
      skipSpace();
      if (peek() != ']') {
        expect(',');
      }
    }
    at++;
    return items;
  }

  private String string() {
    if (peek() != '"') {
      throw malformed();
    }
    StringBuilder string = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      if (peek() == '\\') {
        at++;
        string.append(
            switch (peek()) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              case 'b' -> '\b';
              case 'f' -> '\f';
              case 'u' -> {
                if (at + 5 > text.length()) {
                  throw malformed();
                }
                char code = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                at += 4;
                yield code;
              }
              default -> peek();
            });
      } else {
        string.append(peek());
      }
    }
    at++;
    return string.toString();
  }

  private Double number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.valueOf(text.substring(from, at));
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  private void expect(char c) {
    skipSpace();
    if (peek() != c) {
      throw malformed();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw malformed();
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("no JSON from character " + at + " on");
  }
}
