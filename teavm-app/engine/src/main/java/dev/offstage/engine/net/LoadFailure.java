package dev.offstage.engine.net;

/** Why one attempt at a request failed. */
public sealed interface LoadFailure {
  /** The server answered with a status other than success. */
  record HttpStatus(int status) implements LoadFailure {}

  /** The answer is complete by its own account, and shorter than it said or was asked to be. */
  record CutShort(double missingBytes) implements LoadFailure {}

  /** The answer is a web page or some other text where there should be media. */
  record WrongContent() implements LoadFailure {}

  /** Nothing was heard for longer than allowed, or it took too long in all. */
  record Timeout(double afterMs) implements LoadFailure {}

  /** The application's request hook has failed, or has not answered in time. */
  record Refused(String message) implements LoadFailure {}

  /** No connection, or it was cut. */
  record Connection(String message) implements LoadFailure {}
}
