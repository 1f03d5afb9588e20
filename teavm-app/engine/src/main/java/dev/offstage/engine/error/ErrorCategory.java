package dev.offstage.engine.error;

/** The part of the world that an error comes from. The names cross to the page in lower case. */
public enum ErrorCategory {
  NETWORK("network"),
  MANIFEST("manifest"),
  MEDIA("media"),
  DRM("drm"),
  SUPPORT("support"),
  WORKER("worker"),
  USAGE("usage");

  private final String wireName;

  ErrorCategory(String wireName) {
    this.wireName = wireName;
  }

  /** The name by which pages know the category. */
  public String wireName() {
    return wireName;
  }
}
