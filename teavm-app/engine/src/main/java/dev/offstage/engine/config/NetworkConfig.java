package dev.offstage.engine.config;

/**
 * How requests are made.
 *
 * @param retries how often a failed request is tried again
 * @param timeoutMs milliseconds without progress after which a request has failed
 * @param headers names and values by turns, sent with every request
 * @param withCredentials whether cookies go to other origins
 * @param hooked whether the application is asked before each request
 */
public record NetworkConfig(
    int retries, double timeoutMs, String[] headers, boolean withCredentials, boolean hooked) {
  /** Without a hook. */
  public NetworkConfig(int retries, double timeoutMs, String[] headers, boolean withCredentials) {
    this(retries, timeoutMs, headers, withCredentials, false);
  }
}
