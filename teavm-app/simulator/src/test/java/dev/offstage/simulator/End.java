package dev.offstage.simulator;

/** How a session may end. */
enum End {
  ENDED,
  FAILED,
  /** The time is up, and something is still on its way. */
  WAITING
}
