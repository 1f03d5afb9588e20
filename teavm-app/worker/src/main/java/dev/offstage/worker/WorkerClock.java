package dev.offstage.worker;

import dev.offstage.bindings.worker.Performance;
import dev.offstage.engine.util.Clock;

/** The browser's monotonic clock, on the scale that page and worker share. */
final class WorkerClock implements Clock {
  private final double originMs = Performance.getTimeOrigin();

  @Override
  public double nowMs() {
    return originMs + Performance.now();
  }
}
