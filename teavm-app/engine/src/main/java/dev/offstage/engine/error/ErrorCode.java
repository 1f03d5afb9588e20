package dev.offstage.engine.error;

/**
 * Every error by number, a thousand to a category. The numbers are part of the public face: they
 * are never reused, and {@code js-glue/src/errors.ts} lists the same.
 */
public enum ErrorCode {
  /** The server answered with a status other than success. Data: {@code status}. */
  HTTP_STATUS(1001, ErrorCategory.NETWORK),
  /** No answer, or no end of one, within the time allowed. */
  TIMEOUT(1002, ErrorCategory.NETWORK),
  /** The connection could not be made, or was cut, or CORS forbids it. */
  CONNECTION(1003, ErrorCategory.NETWORK),
  /** The server answered with a web page or some other text where there should be media. */
  WRONG_CONTENT(1004, ErrorCategory.NETWORK),
  /** The application's request hook has thrown, or has not answered in time. */
  REQUEST_HOOK(1005, ErrorCategory.NETWORK),

  /** The manifest is not what it should be: not XML, no MPD, a value that makes no sense. */
  MANIFEST_MALFORMED(2001, ErrorCategory.MANIFEST),
  /** The manifest is sound and asks for something that this player cannot do. */
  MANIFEST_UNSUPPORTED(2002, ErrorCategory.MANIFEST),
  /**
   * No Representation is left that this browser can decode. Data: {@code types}, {@code leftOut}.
   */
  NO_PLAYABLE_REPRESENTATION(2003, ErrorCategory.MANIFEST),
  /**
   * A live stream brings nothing new, and does not say that it has ended: a warning after three
   * updates (target durations of HLS), fatal after twelve, and a minute at least.
   */
  LIVE_STALLED(2004, ErrorCategory.MANIFEST),

  /** A segment index ({@code sidx}, {@code Cues}) cannot be read. */
  INDEX_MALFORMED(3001, ErrorCategory.MEDIA),
  /** The browser refused media data, or a segment is not media. */
  APPEND_REJECTED(3002, ErrorCategory.MEDIA),
  /** The media element reported an error. Data: {@code mediaErrorCode}. */
  ELEMENT_ERROR(3003, ErrorCategory.MEDIA),
  /** The browser has no room for even the next segment. */
  QUOTA_EXCEEDED(3004, ErrorCategory.MEDIA),
  /** The MediaSource was closed by something other than the player. */
  MEDIA_SOURCE_CLOSED(3005, ErrorCategory.MEDIA),
  /** The element's time stands although it has media to play, and nothing has helped. */
  ELEMENT_STUCK(3006, ErrorCategory.MEDIA),

  /** Media cannot be decrypted: its key is no key, or not its own, or there is no WebCrypto. */
  DECRYPTION_FAILED(4001, ErrorCategory.DRM),

  /** This browser has no Media Source Extensions, or they are off. */
  NO_MEDIA_SOURCE(5001, ErrorCategory.SUPPORT),
  /** The engine that was asked for cannot run here. Data: {@code engine}, {@code reason}. */
  ENGINE_UNAVAILABLE(5002, ErrorCategory.SUPPORT),

  /** The worker could not be started. */
  WORKER_START(6001, ErrorCategory.WORKER),
  /** The engine failed in a way it should not: a bug. */
  ENGINE_FAILURE(6002, ErrorCategory.WORKER),
  /** A message crossed the border that the other side does not know: mismatched files. */
  PROTOCOL(6003, ErrorCategory.WORKER),
  /** The worker is dead or hangs, and so did those that were made in its place. */
  WORKER_LOST(6004, ErrorCategory.WORKER),

  /** An argument or an option makes no sense. Data: {@code option}. */
  BAD_ARGUMENT(7001, ErrorCategory.USAGE),
  /** The load was given up: another load, {@code unload()} or {@code destroy()} came first. */
  LOAD_INTERRUPTED(7002, ErrorCategory.USAGE),
  /** The player has been destroyed. */
  DESTROYED(7003, ErrorCategory.USAGE);

  private final int number;
  private final ErrorCategory category;

  ErrorCode(int number, ErrorCategory category) {
    this.number = number;
    this.category = category;
  }

  /** The number by which pages know the error. */
  public int number() {
    return number;
  }

  public ErrorCategory category() {
    return category;
  }
}
