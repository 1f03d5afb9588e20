package dev.offstage.engine.media;

/** What a track is made of. */
public enum MediaType {
  VIDEO("video"),
  AUDIO("audio"),
  TEXT("text");

  private final String wireName;

  MediaType(String wireName) {
    this.wireName = wireName;
  }

  /** The name that MIME types and pages use. */
  public String wireName() {
    return wireName;
  }
}
