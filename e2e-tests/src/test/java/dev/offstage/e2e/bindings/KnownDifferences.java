package dev.offstage.e2e.bindings;

import dev.offstage.e2e.browser.BrowserKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements that a browser is known not to keep. They stand as failed in the report with their
 * reason; a case that is listed here and passes is an error, so that the list stays true.
 */
final class KnownDifferences {
  private static final Map<String, String> FIREFOX =
      Map.of(
          "media-source/mediasource-invalid-codec.html: an init segment of another codec than"
              + " announced is an error",
          "Firefox takes any codec of the container that it can play");

  private KnownDifferences() {}

  /** Why the case fails in this browser; null if it must not. */
  static @Nullable String reason(BrowserKind browser, String name) {
    return browser == BrowserKind.FIREFOX ? FIREFOX.get(name) : null;
  }
}
