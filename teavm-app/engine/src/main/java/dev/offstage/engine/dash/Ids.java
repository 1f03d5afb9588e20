package dev.offstage.engine.dash;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes identifiers unique where the MPD leaves them out or uses one twice. */
final class Ids {
  private final Map<String, String> used = new HashMap<>();

  /**
   * @param wanted the MPD's, or null
   * @param prefix for one that is missing
   * @param number for one that is missing
   */
  String unique(@Nullable String wanted, String prefix, int number) {
    String base = wanted == null || wanted.isEmpty() ? prefix + number : wanted;
    String id = base;
    for (int i = 2; used.put(id, id) != null; i++) {
      id = base + '-' + i;
    }
    return id;
  }
}
