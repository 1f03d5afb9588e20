package dev.offstage.engine.player;

import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Clock;
import dev.offstage.engine.util.Scheduler;
import org.jspecify.annotations.Nullable;

/** Makes a session tick: as soon as something has changed, and now and then while time passes. */
final class Pulse {
  private final Clock clock;
  private final Scheduler scheduler;
  private final Runnable tick;
  private boolean requested;
  private @Nullable Cancelable timer;
  private double timerMs;

  Pulse(Clock clock, Scheduler scheduler, Runnable tick) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.tick = tick;
  }

  /** Something has changed: ticks when the running task has returned, once for all changes. */
  void request() {
    if (!requested) {
      requested = true;
      scheduler.schedule(
          0,
          () -> {
            requested = false;
            tick.run();
          });
    }
  }

  /** Ticks in {@code delayMs} or sooner; not at all if that is infinite. */
  void requestWithin(double delayMs) {
    double atMs = clock.nowMs() + delayMs;
    if (timer != null && atMs < timerMs) {
      stop();
    }
    if (timer == null && delayMs < Double.POSITIVE_INFINITY) {
      timerMs = atMs;
      timer =
          scheduler.schedule(
              delayMs,
              () -> {
                timer = null;
                tick.run();
              });
    }
  }

  /** Calls the next tick in time off. */
  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
