package dev.offstage.worker;

import dev.offstage.bindings.worker.Timers;
import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Scheduler;
import org.jspecify.annotations.Nullable;

/** The worker's timers; what is to run at once runs as a microtask, which no clamping delays. */
final class WorkerScheduler implements Scheduler {
  @Override
  public Cancelable schedule(double delayMs, Runnable task) {
    Task scheduled = new Task(task);
    if (delayMs <= 0) {
      Timers.queueMicrotask(scheduled::run);
    } else {
      scheduled.timer = Timers.setTimeout(scheduled::run, delayMs);
    }
    return scheduled;
  }

  private static final class Task implements Cancelable {
    private @Nullable Runnable task;
    private int timer;

    Task(Runnable task) {
      this.task = task;
    }

    void run() {
      Runnable due = task;
      task = null;
      if (due != null) {
        due.run();
      }
    }

    @Override
    public void cancel() {
      task = null;
      if (timer != 0) {
        Timers.clearTimeout(timer);
      }
    }
  }
}
