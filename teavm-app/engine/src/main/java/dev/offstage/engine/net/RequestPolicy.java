package dev.offstage.engine.net;

import dev.offstage.engine.config.NetworkConfig;

/**
 * How requests of one kind are made, tried again and given up.
 *
 * @param retries how often a request that has failed for a passing reason is tried again
 * @param notFoundRetries how often one whose resource is not there is
 * @param firstByteMs milliseconds after which an answer should have begun
 * @param silenceMs milliseconds within an answer after which some more of it should have come
 * @param totalMs milliseconds after which the answer should have ended
 * @param firstDelayMs milliseconds before the first retry; each further one waits twice as long
 * @param longestDelayMs milliseconds before a retry at most
 */
public record RequestPolicy(
    int retries,
    int notFoundRetries,
    double firstByteMs,
    double silenceMs,
    double totalMs,
    double firstDelayMs,
    double longestDelayMs) {
  private static final double FIRST_DELAY_MS = 400;
  private static final double LONGEST_DELAY_MS = 8_000;

  /**
   * The policy for a kind: the application says how many retries and how much patience, the kind
   * says the rest. A manifest that is not there will not come; a segment may be on its way to the
   * edge of a CDN. What is small should be over soon; a segment comes as slowly as the line is.
   */
  public static RequestPolicy of(RequestKind kind, NetworkConfig config) {
    double patienceMs = config.timeoutMs();
    int notFoundRetries = kind == RequestKind.MANIFEST ? 0 : Math.min(1, config.retries());
    double totalMs =
        switch (kind) {
          case MANIFEST, INDEX -> 4 * patienceMs;
          case INIT, KEY -> 2 * patienceMs;
          case SEGMENT -> 12 * patienceMs;
        };
    return new RequestPolicy(
        config.retries(),
        notFoundRetries,
        patienceMs,
        patienceMs,
        totalMs,
        FIRST_DELAY_MS,
        LONGEST_DELAY_MS);
  }
}
