package dev.offstage.engine.error;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as the application sees it. It crosses to the page as data.
 *
 * @param code what went wrong
 * @param fatal whether playback ends here; if not, the player goes on and this is a warning
 * @param message for developers, in English, one sentence
 * @param url the resource concerned, absolute, or null
 * @param data further facts by name; the values are strings that a page may show
 */
public record PlayerError(
    ErrorCode code, boolean fatal, String message, @Nullable String url, Map<String, String> data) {
  public PlayerError {
    data = new HashMap<>(data);
  }

  /** A fatal error without further data. */
  public static PlayerError fatal(ErrorCode code, String message, @Nullable String url) {
    return new PlayerError(code, true, message, url, Map.of());
  }

  /** The same error as one that the player goes on from. */
  public PlayerError asWarning() {
    return new PlayerError(code, false, message, url, data);
  }

  /** The same error with one more fact. */
  public PlayerError with(String name, String value) {
    Map<String, String> more = new HashMap<>(data);
    more.put(name, value);
    return new PlayerError(code, fatal, message, url, more);
  }
}
