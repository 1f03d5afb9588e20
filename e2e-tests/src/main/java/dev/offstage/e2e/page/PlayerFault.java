package dev.offstage.e2e.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PlayerError as the page saw it; the fields are the error's own. */
public record PlayerFault(
    String name,
    int code,
    String category,
    boolean fatal,
    @Nullable String url,
    Map<String, Object> data,
    String message) {
  static PlayerFault of(Map<String, Object> plain) {
    return new PlayerFault(
        (String) plain.get("name"),
        ((Number) plain.get("code")).intValue(),
        (String) plain.get("category"),
        (Boolean) plain.get("fatal"),
        (String) plain.get("url"),
        Json.map(plain.get("data")),
        (String) plain.get("message"));
  }
}
