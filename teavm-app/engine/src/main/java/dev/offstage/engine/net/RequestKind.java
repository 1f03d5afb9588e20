package dev.offstage.engine.net;

/** What a request is for; {@link RequestPolicy} depends on it. */
public enum RequestKind {
  MANIFEST("manifest"),
  INDEX("index"),
  INIT("init"),
  SEGMENT("segment"),
  KEY("key");

  private final String wireName;

  RequestKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name that pages use. */
  public String wireName() {
    return wireName;
  }

  /** Whether the answer has to be binary media, which no page and no text can be. */
  boolean isMedia() {
    return this == INDEX || this == INIT || this == SEGMENT;
  }
}
