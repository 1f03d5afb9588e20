package dev.offstage.engine.net;

import dev.offstage.engine.error.ErrorCode;
import dev.offstage.engine.error.PlayerError;

/** Tells applications why a load has failed for good. */
final class LoadErrors {
  private LoadErrors() {}

  /**
   * The error for a failure.
   *
   * @param url the place that was asked last
   */
  static PlayerError describe(LoadFailure failure, String url) {
    if (failure instanceof LoadFailure.HttpStatus http) {
      return PlayerError.fatal(
              ErrorCode.HTTP_STATUS, "The server answered " + http.status() + ".", url)
          .with("status", Integer.toString(http.status()));
    }
    if (failure instanceof LoadFailure.Timeout timeout) {
      return PlayerError.fatal(
          ErrorCode.TIMEOUT,
          "It did not come within " + (int) timeout.afterMs() + " milliseconds.",
          url);
    }
    if (failure instanceof LoadFailure.WrongContent) {
      return PlayerError.fatal(
          ErrorCode.WRONG_CONTENT, "The server answered with text where media should be.", url);
    }
    if (failure instanceof LoadFailure.Refused refused) {
      return PlayerError.fatal(
          ErrorCode.REQUEST_HOOK,
          "The application's request hook has failed: " + refused.message(),
          url);
    }
    String reason =
        failure instanceof LoadFailure.CutShort cut
            ? (int) cut.missingBytes() + " bytes are missing"
            : ((LoadFailure.Connection) failure).message();
    return PlayerError.fatal(
        ErrorCode.CONNECTION,
        "The connection failed (" + reason + "); where the origin differs, check CORS.",
        url);
  }
}
