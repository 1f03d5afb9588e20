package dev.offstage.e2e.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and what became of it, as the server saw it. Thread-safe. */
public final class Exchange {
  /** How far the response has come. */
  public enum State {
    /** Nothing but the request has been seen, or bytes are under way. */
    UNDER_WAY,
    /** The whole response was written. */
    COMPLETE,
    /** The client closed the connection before the response was written. */
    ABORTED_BY_CLIENT,
    /** The server cut the connection, by a rule or because it stopped. */
    CUT_BY_SERVER
  }

  private final String method;
  private final String path;
  private final @Nullable String query;
  private final Map<String, String> headers;
  private final long startedNanos;
  private volatile long endedNanos;
  private volatile int status;
  private volatile long bytesSent;
  private volatile State state = State.UNDER_WAY;
  private volatile boolean ruled;

  Exchange(String method, String path, @Nullable String query, Map<String, String> headers) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.startedNanos = System.nanoTime();
  }

  public String method() {
    return method;
  }

  /** The decoded path, with a leading slash, without query. */
  public String path() {
    return path;
  }

  public @Nullable String query() {
    return query;
  }

  /** A request header by its lower-case name. */
  public @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /** The Range header. */
  public @Nullable String range() {
    return header("range");
  }

  /** {@link System#nanoTime} at the request's arrival. */
  public long startedNanos() {
    return startedNanos;
  }

  /** {@link System#nanoTime} at the end, 0 while under way. */
  public long endedNanos() {
    return endedNanos;
  }

  /** The HTTP status, 0 before headers are sent. */
  public int status() {
    return status;
  }

  /** Bytes of the body that were handed to the connection. */
  public long bytesSent() {
    return bytesSent;
  }

  public State state() {
    return state;
  }

  public boolean isUnderWay() {
    return state == State.UNDER_WAY;
  }

  public boolean isAborted() {
    return state == State.ABORTED_BY_CLIENT;
  }

  /** Whether a test's rule decided the answer. */
  public boolean isRuled() {
    return ruled;
  }

  void markRuled() {
    ruled = true;
  }

  void setStatus(int status) {
    this.status = status;
  }

  void addBytes(long count) {
    bytesSent += count;
  }

  void end(State newState) {
    endedNanos = System.nanoTime();
    state = newState;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(method).append(' ').append(path);
    if (query != null) {
      text.append('?').append(query);
    }
    if (range() != null) {
      text.append(" [").append(range()).append(']');
    }
    long end = endedNanos == 0 ? System.nanoTime() : endedNanos;
    return text.append(" -> ")
        .append(status)
        .append(' ')
        .append(state)
        .append(' ')
        .append(bytesSent)
        .append(" B, ")
        .append((end - startedNanos) / 1_000_000)
        .append(" ms")
        .toString();
  }
}
