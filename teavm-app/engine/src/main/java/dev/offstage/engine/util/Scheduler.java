package dev.offstage.engine.util;

/** Runs tasks later on the engine's thread. There is no other thread. */
public interface Scheduler {
  /**
   * Runs {@code task} once, at least {@code delayMs} from now; 0 means as soon as the running task
   * has returned.
   *
   * @return a way to call it off
   */
  Cancelable schedule(double delayMs, Runnable task);
}
