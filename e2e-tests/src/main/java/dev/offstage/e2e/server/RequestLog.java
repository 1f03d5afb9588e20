package dev.offstage.e2e.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every exchange of a server, in order of arrival. Thread-safe. */
public final class RequestLog {
  private final List<Exchange> exchanges = new ArrayList<>();

  /** All exchanges so far. */
  public synchronized List<Exchange> all() {
    return List.copyOf(exchanges);
  }

  /** The exchanges so far whose path matches the glob ({@code *} and {@code **}). */
  public List<Exchange> matching(String glob) {
    Predicate<String> path = Glob.of(glob);
    return all().stream().filter(exchange -> path.test(exchange.path())).toList();
  }

  /** The paths of {@link #matching}, in order of arrival. */
  public List<String> paths(String glob) {
    return matching(glob).stream().map(Exchange::path).toList();
  }

  /** Forgets everything so far; what is under way is no longer seen either. */
  public synchronized void clear() {
    exchanges.clear();
  }

  /**
   * Waits until an exchange satisfies the condition, looked at at every change of any exchange.
   *
   * @return the first such exchange
   * @throws AssertionError after 15 s, with the log
   */
  public Exchange await(Predicate<Exchange> condition) {
    return await(condition, Duration.ofSeconds(15));
  }

  /** {@link #await(Predicate)} for an exchange whose path matches the glob. */
  public Exchange await(String glob) {
    Predicate<String> path = Glob.of(glob);
    return await(exchange -> path.test(exchange.path()));
  }

  /** Waits until no exchange is under way. */
  public synchronized void awaitIdle() {
    awaitChange(
        () -> exchanges.stream().noneMatch(Exchange::isUnderWay), Duration.ofSeconds(15), "idle");
  }

  private synchronized Exchange await(Predicate<Exchange> condition, Duration limit) {
    awaitChange(() -> exchanges.stream().anyMatch(condition), limit, "the request waited for");
    return exchanges.stream().filter(condition).findFirst().orElseThrow();
  }

  private void awaitChange(
      java.util.function.BooleanSupplier condition, Duration limit, String what) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        throw new AssertionError("no sign of " + what + " within " + limit + "\n" + this);
      }
      try {
        wait(leftMs);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted waiting for " + what, e);
      }
    }
  }

  synchronized void add(Exchange exchange) {
    exchanges.add(exchange);
    notifyAll();
  }

  synchronized void changed() {
    notifyAll();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Exchange exchange : all()) {
      text.append(exchange).append('\n');
    }
    return text.toString();
  }
}
