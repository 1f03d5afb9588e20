package dev.offstage.e2e.benchmark;

import java.util.Map;
import java.util.TreeMap;

/** Named numbers as they come from a page. */
final class Values {
  private Values() {}

  static Map<String, Double> of(Object plainObject) {
    Map<String, Double> values = new TreeMap<>();
    ((Map<?, ?>) plainObject)
        .forEach((name, value) -> values.put((String) name, ((Number) value).doubleValue()));
    return values;
  }
}
