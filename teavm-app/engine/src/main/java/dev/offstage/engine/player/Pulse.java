package dev.offstage.engine.player;

import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Scheduler;
import org.jspecify.annotations.Nullable;

/** Makes a session tick: as soon as something has changed, and now and then while time passes. */
final class Pulse {
  private final Scheduler scheduler;
  private final Runnable tick;
  private boolean requested;
  private @Nullable Cancelable timer;

  Pulse(Scheduler scheduler, Runnable tick) {
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

  /** Ticks in {@code delayMs} unless that has been asked for already. */
  void requestWithin(double delayMs) {
    if (timer == null) {
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
