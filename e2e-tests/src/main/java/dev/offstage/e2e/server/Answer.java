package dev.offstage.e2e.server;

import java.time.Duration;

/** What a {@link Rule} makes of a request instead of the plain file. */
sealed interface Answer {
  /** This status and a short text. */
  record Status(int status) implements Answer {}

  /** This body, whatever lies at the path. */
  record Body(byte[] bytes, String contentType) implements Answer {}

  /** A redirect to {@code location}. */
  record Redirect(int status, String location) implements Answer {}

  /** The plain answer, its headers held back for {@code delay}. */
  record Delay(Duration delay) implements Answer {}

  /** The plain answer, stopped after {@code bodyBytes} until the rule is released. */
  record HangInBody(long bodyBytes) implements Answer {}

  /** Nothing, not even headers, until the rule is released; then the plain answer. */
  record HangBeforeHeaders() implements Answer {}

  /**
   * The plain answer, its connection closed after {@code bodyBytes} of a longer body.
   *
   * @param reset whether the close is a TCP reset rather than an orderly end of stream
   */
  record Cut(long bodyBytes, boolean reset) implements Answer {}
}
