package dev.offstage.engine.net;

/**
 * Decides whether a failed request is worth another try, and when: exponential back-off with
 * jitter, and no retry of what cannot succeed. A pure function.
 */
public final class RetryPolicy {
  /** The answer that says: give up. */
  public static final double GIVE_UP = -1;

  private RetryPolicy() {}

  /**
   * When to try again.
   *
   * @param policy of the request's kind
   * @param failure why the last attempt failed
   * @param failedAttempts how many attempts have failed, at least 1
   * @param random 0 to 1; spreads the retries of many viewers
   * @return milliseconds to wait, or {@link #GIVE_UP}
   */
  public static double delayMs(
      RequestPolicy policy, LoadFailure failure, int failedAttempts, double random) {
    if (failedAttempts > allowedRetries(policy, failure)) {
      return GIVE_UP;
    }
    double delay = policy.firstDelayMs();
    for (int i = 1; i < failedAttempts && delay < policy.longestDelayMs(); i++) {
      delay *= 2;
    }
    return Math.min(delay, policy.longestDelayMs()) * (0.75 + 0.5 * random);
  }

  private static int allowedRetries(RequestPolicy policy, LoadFailure failure) {
    if (failure instanceof LoadFailure.WrongContent) {
      return policy.notFoundRetries();
    }
    if (!(failure instanceof LoadFailure.HttpStatus http)) {
      return policy.retries();
    }
    int status = http.status();
    if (status >= 500 || status == 408 || status == 425 || status == 429) {
      return policy.retries();
    }
    return status == 404 ? policy.notFoundRetries() : 0;
  }
}
