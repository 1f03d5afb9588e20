package dev.offstage.e2e.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The way between server and browser: so many bits per second, shared by all connections, and a
 * delay before the first byte of each response.
 *
 * <p>The link is a queue in virtual time. A connection asks for one slice at a time, the slice is
 * given the next free stretch of the link, and the connection writes it when that stretch has
 * passed. Connections with something to send therefore take turns, slice by slice. A connection
 * that wakes up late gets its next slice as if it had been on time, so rates do not drift with the
 * scheduling of threads.
 *
 * <p>Thread-safe; made to be called by one thread per connection.
 */
public final class Link {
  /** A lag above this is taken for a slow reader and not made good. */
  private static final long MAX_CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final double SLICE_SECONDS = 0.010;
  private static final int MIN_SLICE_BYTES = 512;
  private static final int MAX_SLICE_BYTES = 64 * 1024;

  private double bitsPerSecond;
  private final Duration latency;
  private final int sliceBytes;
  private long freeAtNanos = System.nanoTime();

  /**
   * @param bitsPerSecond the payload rate of the whole link, or infinity
   * @param latencyMs the time that passes between a request's arrival and its response's first
   *     byte, in milliseconds
   */
  public Link(double bitsPerSecond, int latencyMs) {
    if (!(bitsPerSecond > 0) || latencyMs < 0) {
      throw new IllegalArgumentException(bitsPerSecond + " bit/s, " + latencyMs + " ms");
    }
    this.bitsPerSecond = bitsPerSecond;
    this.latency = Duration.ofMillis(latencyMs);
    double bytes = bitsPerSecond / 8 * SLICE_SECONDS;
    this.sliceBytes = (int) Math.max(MIN_SLICE_BYTES, Math.min(MAX_SLICE_BYTES, bytes));
  }

  /** Changes the rate, also for responses under way. */
  public synchronized void setRate(double newBitsPerSecond) {
    bitsPerSecond = newBitsPerSecond;
  }

  /** A link as fast as the machine. */
  public static Link unlimited() {
    return new Link(Double.POSITIVE_INFINITY, 0);
  }

  Duration latency() {
    return latency;
  }

  /** The most bytes that one turn may carry: 10 ms of the link. */
  int sliceBytes() {
    return sliceBytes;
  }

  /** A connection's place on the link, for one response. */
  Turn newTurn() {
    return new Turn();
  }

  private synchronized long reserve(int bytes, long readyAtNanos) {
    long start = Math.max(freeAtNanos, readyAtNanos);
    long end = start + (long) (bytes * 8e9 / bitsPerSecond);
    freeAtNanos = end;
    return end;
  }

  /** The slices of one response, in order. Used by one thread. */
  final class Turn {
    private long readyAtNanos = System.nanoTime();

    /**
     * Waits until the link has carried {@code bytes} more of this response.
     *
     * @throws InterruptedException if the server stops meanwhile
     */
    void carry(int bytes) throws InterruptedException {
      long now = System.nanoTime();
      if (now - readyAtNanos > MAX_CATCH_UP_NANOS) {
        readyAtNanos = now;
      }
      long end = reserve(bytes, readyAtNanos);
      readyAtNanos = end;
      long wait = end - now;
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
    }
  }
}
