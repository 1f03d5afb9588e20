package dev.offstage.simulator.time;

import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Clock;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The whole simulated world on one thread: events in order of time, those of the same time in the
 * order in which they were asked for. Microtasks run as soon as the event that asked for them has
 * returned, as in a browser. Time passes only from one event to the next.
 */
public final class EventLoop implements Clock {
  /** So many events without time passing are a circle, not work. */
  private static final int LIVELOCK_EVENTS = 100_000;

  private static final class Entry implements Cancelable, Comparable<Entry> {
    final double atMs;
    final long number;
    @Nullable Runnable task;

    Entry(double atMs, long number, Runnable task) {
      this.atMs = atMs;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      task = null;
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = Double.compare(atMs, other.atMs);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Entry> events = new PriorityQueue<>();
  private final ArrayDeque<Entry> microtasks = new ArrayDeque<>();
  private final double startMs;
  private double elapsedMs;
  private long count;
  private int eventsWithoutTime;

  /**
   * @param startMs what the clock shows at first, milliseconds since the Unix epoch
   */
  public EventLoop(double startMs) {
    this.startMs = startMs;
  }

  @Override
  public double nowMs() {
    return startMs + elapsedMs;
  }

  /**
   * Milliseconds since the start. Much finer than {@link #nowMs}, whose digits are used up by the
   * years since 1970.
   */
  public double elapsedMs() {
    return elapsedMs;
  }

  /** Runs {@code task} in {@code delayMs} from now, 0 or more. */
  public Cancelable after(double delayMs, Runnable task) {
    Entry entry = new Entry(elapsedMs + Math.max(0, delayMs), count++, task);
    events.add(entry);
    return entry;
  }

  /** Runs {@code task} when the running event has returned, before any other event. */
  public Cancelable soon(Runnable task) {
    Entry entry = new Entry(elapsedMs, count++, task);
    microtasks.add(entry);
    return entry;
  }

  /**
   * Runs the next event and the microtasks that follow from it.
   *
   * @param limitMs in milliseconds since the start; events later than this stay in the queue
   * @return whether there was one
   * @throws IllegalStateException if events cause events for ever while time stands still
   */
  public boolean step(double limitMs) {
    runMicrotasks();
    dropCancelled();
    Entry next = events.peek();
    if (next == null || next.atMs > limitMs) {
      return false;
    }
    events.remove();
    if (next.atMs > elapsedMs) {
      elapsedMs = next.atMs;
      eventsWithoutTime = 0;
    }
    run(next);
    runMicrotasks();
    return true;
  }

  /** Runs all that is due up to {@code untilMs} since the start, and lets the clock show that. */
  public void runUntil(double untilMs) {
    while (step(untilMs)) {
      // one event after the other
    }
    elapsedMs = Math.max(elapsedMs, untilMs);
  }

  /** Whether nothing is to happen any more. */
  public boolean isEmpty() {
    dropCancelled();
    for (Entry entry : microtasks) {
      if (entry.task != null) {
        return false;
      }
    }
    return events.isEmpty();
  }

  private void runMicrotasks() {
    while (!microtasks.isEmpty()) {
      run(microtasks.remove());
    }
  }

  private void run(Entry entry) {
    Runnable task = entry.task;
    entry.task = null;
    if (task == null) {
      return;
    }
    if (++eventsWithoutTime > LIVELOCK_EVENTS) {
      throw new IllegalStateException("events go in a circle at " + elapsedMs + " ms");
    }
    task.run();
  }

  private void dropCancelled() {
    while (!events.isEmpty() && events.peek().task == null) {
      events.remove();
    }
  }
}
