package dev.offstage.e2e.page;

import java.util.List;
import java.util.Map;

/** Typed looks at what comes back from a page. */
final class Json {
  private Json() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  static int integer(Object value) {
    return ((Number) value).intValue();
  }
}
