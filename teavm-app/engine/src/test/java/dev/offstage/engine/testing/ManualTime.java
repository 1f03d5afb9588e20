package dev.offstage.engine.testing;

import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Clock;
import dev.offstage.engine.util.Scheduler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that stands still, and timers that ring when a test says that time passes. */
public final class ManualTime implements Clock, Scheduler {
  private record Timer(double atMs, int number, Runnable task) {}

  private final List<Timer> timers = new ArrayList<>();
  private double nowMs;
  private int count;

  @Override
  public double nowMs() {
    return nowMs;
  }

  @Override
  public Cancelable schedule(double delayMs, Runnable task) {
    Timer timer = new Timer(nowMs + Math.max(0, delayMs), count++, task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  /** Lets time pass; timers ring in their order, at their time. */
  public void pass(double durationMs) {
    double untilMs = nowMs + durationMs;
    while (true) {
      Timer next =
          timers.stream()
              .filter(timer -> timer.atMs() <= untilMs)
              .min(Comparator.comparingDouble(Timer::atMs).thenComparingInt(Timer::number))
              .orElse(null);
      if (next == null) {
        break;
      }
      timers.remove(next);
      nowMs = next.atMs();
      next.task().run();
    }
    nowMs = untilMs;
  }

  /** How many timers are set. */
  public int pending() {
    return timers.size();
  }
}
