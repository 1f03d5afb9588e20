package dev.offstage.simulator.net;

/** What can go wrong with a request. */
public sealed interface Fault {
  /** The server answers with this status and a few words. */
  record Status(int status) implements Fault {}

  /** No connection comes about. */
  record Refused() implements Fault {}

  /**
   * Nothing more comes, and nobody says so.
   *
   * @param fraction how much of the body comes before; below 0 not even the headers
   */
  record Hang(double fraction) implements Fault {}

  /**
   * The connection is cut, and the client hears of it.
   *
   * @param fraction how much of the body comes before
   */
  record Cut(double fraction) implements Fault {}

  /**
   * The body ends early, its length was not announced, and the client takes it for whole.
   *
   * @param fraction how much of the body comes
   */
  record Truncated(double fraction) implements Fault {}

  /**
   * The body ends early, and only its announced length tells.
   *
   * @param fraction how much of the body comes
   */
  record CutShort(double fraction) implements Fault {}

  /** A body of the right size with something else in it. */
  record Garbage() implements Fault {}

  /** A body that is this text. */
  record Text(String text) implements Fault {}
}
