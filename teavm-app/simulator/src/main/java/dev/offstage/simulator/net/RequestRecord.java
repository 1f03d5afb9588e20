package dev.offstage.simulator.net;

import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/** One request as the network saw it. */
public final class RequestRecord {
  /** How a request ended. */
  public enum Outcome {
    /** It has not. */
    UNDER_WAY,
    /** The body came, whatever the status. */
    COMPLETE,
    /** The connection failed. */
    FAILED,
    /** The client gave it up. */
    ABORTED
  }

  private final String url;
  private final @Nullable ByteRange range;
  private final double startMs;
  private Outcome outcome = Outcome.UNDER_WAY;
  private double endMs = Double.NaN;
  private int status;
  private int receivedBytes;

  RequestRecord(String url, @Nullable ByteRange range, double startMs) {
    this.url = url;
    this.range = range;
    this.startMs = startMs;
  }

  public String url() {
    return url;
  }

  /** The bytes asked for, or null for all. */
  public @Nullable ByteRange range() {
    return range;
  }

  /** When it was sent, in milliseconds since the start. */
  public double startMs() {
    return startMs;
  }

  /** When it was over, in milliseconds since the start; NaN while it is not. */
  public double endMs() {
    return endMs;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The HTTP status; 0 before the headers. */
  public int status() {
    return status;
  }

  /** How much of the body has come. */
  public int receivedBytes() {
    return receivedBytes;
  }

  void answered(int status) {
    this.status = status;
  }

  void received(int bytes) {
    receivedBytes += bytes;
  }

  void end(Outcome outcome, double endMs) {
    this.outcome = outcome;
    this.endMs = endMs;
  }

  @Override
  public String toString() {
    return url + (range == null ? "" : " " + range) + " " + status + " " + outcome;
  }
}
