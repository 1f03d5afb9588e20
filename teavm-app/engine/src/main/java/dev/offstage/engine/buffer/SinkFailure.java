package dev.offstage.engine.buffer;

/**
 * Why an operation on a SourceBuffer failed.
 *
 * @param kind what it means for the player
 * @param message the browser's words
 */
public record SinkFailure(Kind kind, String message) {
  /** What a failure means. */
  public enum Kind {
    /** No room: remove something and try again ({@code QuotaExceededError}). */
    QUOTA,
    /** The data is not media that can be decoded. */
    REJECTED,
    /** The MediaSource is detached or closed; the page is on the way to something else. */
    CLOSED
  }

  /**
   * The meaning of a DOMException.
   *
   * @param name its name
   */
  public static SinkFailure ofException(String name, String message) {
    Kind kind =
        switch (name) {
          case "QuotaExceededError" -> Kind.QUOTA;
          case "InvalidStateError" -> Kind.CLOSED;
          default -> Kind.REJECTED;
        };
    return new SinkFailure(kind, name + ": " + message);
  }
}
