package dev.offstage.engine.net;

/** What a request is for; {@link RequestPolicy} depends on it. */
public enum RequestKind {
  MANIFEST,
  INDEX,
  INIT,
  SEGMENT,
  KEY;

  /** Whether the answer has to be binary media, which no page and no text can be. */
  boolean isMedia() {
    return this == INDEX || this == INIT || this == SEGMENT;
  }
}
