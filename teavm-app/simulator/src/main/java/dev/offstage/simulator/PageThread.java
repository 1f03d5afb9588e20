package dev.offstage.simulator;

import dev.offstage.simulator.time.EventLoop;
import java.util.ArrayDeque;

/** The page's main thread. While it is blocked, what comes for it waits, in order. */
final class PageThread {
  private final EventLoop loop;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private double blockedUntilMs = Double.NEGATIVE_INFINITY;

  PageThread(EventLoop loop) {
    this.loop = loop;
  }

  boolean isBlocked() {
    return loop.elapsedMs() < blockedUntilMs;
  }

  /** Runs {@code task} on the page in {@code delayMs}, or when the page is free again. */
  void post(double delayMs, Runnable task) {
    loop.after(
        delayMs,
        () -> {
          if (isBlocked() || !waiting.isEmpty()) {
            waiting.add(task);
          } else {
            task.run();
          }
        });
  }

  /**
   * Blocks the page from now on.
   *
   * @param onThaw runs first when it is free again
   */
  void block(double durationMs, Runnable onThaw) {
    blockedUntilMs = Math.max(blockedUntilMs, loop.elapsedMs() + durationMs);
    loop.after(durationMs, () -> thaw(onThaw));
  }

  private void thaw(Runnable onThaw) {
    if (isBlocked()) {
      return; // blocked anew in the meantime
    }
    onThaw.run();
    while (!waiting.isEmpty() && !isBlocked()) {
      waiting.remove().run();
    }
  }
}
