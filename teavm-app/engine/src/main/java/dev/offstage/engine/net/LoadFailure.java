package dev.offstage.engine.net;

/** Why one attempt at a request failed. */
public sealed interface LoadFailure {
  /** The server answered with a status other than success. */
  record HttpStatus(int status) implements LoadFailure {}

  /** Nothing was heard for longer than allowed. */
  record Timeout(double afterMs) implements LoadFailure {}

  /** No connection, or it was cut. */
  record Connection(String message) implements LoadFailure {}
}
