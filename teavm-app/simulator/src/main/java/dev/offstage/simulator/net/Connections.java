package dev.offstage.simulator.net;

import java.util.ArrayDeque;

/**
 * Connections with TCP's slow start (RFC 5681, section 3.1): each carries ten packets in its first
 * round trip, and twice as many in each further one. One that is free is used again, with what it
 * carries by then, unless it has been idle for long.
 */
final class Connections {
  /** Ten packets (RFC 6928). */
  private static final double FIRST_WINDOW_BYTES = 14_600;

  /** After so long without traffic a connection starts slowly again. */
  private static final double IDLE_MS = 5_000;

  private record Free(double windowBytes, double sinceMs) {}

  private final boolean slowStart;
  private final ArrayDeque<Free> free = new ArrayDeque<>();

  Connections(boolean slowStart) {
    this.slowStart = slowStart;
  }

  /** How many bytes the connection for a new request carries in its first round trip. */
  double take(double nowMs) {
    if (!slowStart) {
      return Double.POSITIVE_INFINITY;
    }
    Free last = free.pollLast();
    return last == null || nowMs - last.sinceMs > IDLE_MS ? FIRST_WINDOW_BYTES : last.windowBytes;
  }

  /** A request is over whose connection goes on; one that is cut or aborted does not. */
  void give(double windowBytes, double nowMs) {
    if (slowStart) {
      free.addLast(new Free(windowBytes, nowMs));
    }
  }
}
