package dev.offstage.engine.hls;

/**
 * {@code EXT-X-SERVER-CONTROL}: what the server can do (RFC 8216bis, section 4.4.3.8). Times are
 * NaN where it does not say.
 *
 * @param canSkipUntilS delta updates leave out what is older than this before the end
 * @param canSkipDateRanges whether they leave out old date ranges, too
 * @param holdBackS how far from the end to play
 * @param partHoldBackS how far from the end to play where parts are used
 * @param canBlockReload whether it can hold a request back until there is something new
 */
public record ServerControl(
    double canSkipUntilS,
    boolean canSkipDateRanges,
    double holdBackS,
    double partHoldBackS,
    boolean canBlockReload) {
  /** A server that says nothing. */
  public static final ServerControl NONE =
      new ServerControl(Double.NaN, false, Double.NaN, Double.NaN, false);
}
