package dev.offstage.e2e.bindings;

import dev.offstage.e2e.browser.BrowserKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statements that a browser is known not to keep. They stand as failed in the report with their
 * reason; a case that is listed here and passes is an error, so that the list stays true.
 */
final class KnownDifferences {
  private static final String WPT = "media-source/";

  private static final Map<String, String> CHROMIUM =
      Map.of(
          WPT
              + "SourceBuffer-appendWindowEnd-rounding.html: the frame that ends at the window's"
              + " end is in",
          "Chromium counts time in whole microseconds",
          WPT
              + "SourceBuffer-short-frame-endOfStream.html: frames of an eighth of a microsecond"
              + " end well",
          "Chromium counts time in whole microseconds",
          WPT + "mediasource-endofstream.html: without frames the duration becomes 0",
          "Chromium leaves a duration that nothing was buffered for",
          WPT + "mediasource-buffered.html: the same object at each get while nothing changes",
          "Chromium makes an object for each get");

  private static final Map<String, String> FIREFOX =
      Map.of(
          WPT
              + "mediasource-invalid-codec.html: an init segment of another codec than announced"
              + " is an error",
          "Firefox takes any codec of the container that it can play",
          WPT + "mediasource-detach.html: load() before any append detaches",
          "Firefox attaches the source anew before it tells of the closing",
          WPT + "mediasource-detach.html: load() after an append detaches",
          "Firefox attaches the source anew before it tells of the closing",
          WPT + "mediasource-preload.html: with preload none a revoked or wrong URL is an error",
          "Firefox begins no load that it could fail in");

  private KnownDifferences() {}

  /** Why the case fails in this browser; null if it must not. */
  static @Nullable String reason(BrowserKind browser, String name) {
    return (browser == BrowserKind.FIREFOX ? FIREFOX : CHROMIUM).get(name);
  }
}
