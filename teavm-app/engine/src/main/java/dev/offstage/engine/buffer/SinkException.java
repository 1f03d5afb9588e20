package dev.offstage.engine.buffer;

/** A SourceBuffer could not be added. */
public final class SinkException extends RuntimeException {
  /**
   * @param message the browser's words
   */
  public SinkException(String message) {
    super(message);
  }
}
