package dev.offstage.engine.net;

/**
 * Decides whether a failed request is worth another try, and when: exponential back-off with
 * jitter, and no retry of what cannot succeed.
 */
public final class RetryPolicy {
  /** The answer that says: give up. */
  public static final double GIVE_UP = -1;

  private static final double FIRST_DELAY_MS = 400;
  private static final double LONGEST_DELAY_MS = 8_000;

  private RetryPolicy() {}

  /**
   * When to try again.
   *
   * @param kind what the request is for
   * @param failure why the last attempt failed
   * @param failedAttempts how many attempts have failed, at least 1
   * @param retries how many retries the application allows
   * @param random 0 to 1; spreads the retries of many viewers
   * @return milliseconds to wait, or {@link #GIVE_UP}
   */
  public static double delayMs(
      RequestKind kind, LoadFailure failure, int failedAttempts, int retries, double random) {
    if (failedAttempts > allowedRetries(kind, failure, retries)) {
      return GIVE_UP;
    }
    double delay = FIRST_DELAY_MS;
    for (int i = 1; i < failedAttempts && delay < LONGEST_DELAY_MS; i++) {
      delay *= 2;
    }
    return Math.min(delay, LONGEST_DELAY_MS) * (0.75 + 0.5 * random);
  }

  private static int allowedRetries(RequestKind kind, LoadFailure failure, int retries) {
    if (!(failure instanceof LoadFailure.HttpStatus http)) {
      return retries;
    }
    int status = http.status();
    if (status >= 500 || status == 408 || status == 425 || status == 429) {
      return retries;
    }
    // A segment that is not there may be on its way to the edge of a CDN: it gets one more chance.
    return status == 404 && kind != RequestKind.MANIFEST ? Math.min(1, retries) : 0;
  }
}
