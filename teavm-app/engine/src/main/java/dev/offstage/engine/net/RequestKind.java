package dev.offstage.engine.net;

/** What a request is for; retries depend on it. */
public enum RequestKind {
  MANIFEST,
  INDEX,
  INIT,
  SEGMENT
}
