package dev.offstage.simulator.time;

import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Scheduler;

/** The engine's timers in virtual time. It knows how many of them are left. */
public final class VirtualScheduler implements Scheduler {
  private final EventLoop loop;
  private int pending;

  public VirtualScheduler(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public Cancelable schedule(double delayMs, Runnable task) {
    Timer timer = new Timer(task);
    timer.entry = delayMs <= 0 ? loop.soon(timer) : loop.after(delayMs, timer);
    return timer;
  }

  /** How many tasks have neither run nor been called off. */
  public int pending() {
    return pending;
  }

  private final class Timer implements Cancelable, Runnable {
    private final Runnable task;
    private Cancelable entry = () -> {};
    private boolean over;

    Timer(Runnable task) {
      this.task = task;
      pending++;
    }

    @Override
    public void run() {
      over = true;
      pending--;
      task.run();
    }

    @Override
    public void cancel() {
      if (!over) {
        over = true;
        pending--;
        entry.cancel();
      }
    }
  }
}
