package dev.offstage.simulator.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.offstage.engine.util.Clock;
import dev.offstage.engine.util.Scheduler;
import dev.offstage.simulator.time.EventLoop;
import dev.offstage.simulator.time.VirtualScheduler;
import org.junit.jupiter.api.Test;

class VirtualSchedulerTest extends SchedulerContract {
  private final EventLoop loop = new EventLoop(1_000_000);
  private final VirtualScheduler scheduler = new VirtualScheduler(loop);

  @Override
  Scheduler scheduler() {
    return scheduler;
  }

  @Override
  Clock clock() {
    return loop;
  }

  @Override
  void onEngineThread(Runnable task) {
    loop.after(0, task);
  }

  @Override
  void pass(double durationMs) {
    loop.runUntil(loop.elapsedMs() + durationMs);
  }

  @Test
  void pending_countsWhatIsStillToRun() {
    scheduler.schedule(10, () -> {});
    scheduler.schedule(20, () -> {}).cancel();
    scheduler.schedule(0, () -> {});
    assertEquals(2, scheduler.pending());
    pass(5);
    assertEquals(1, scheduler.pending());
    pass(5);
    assertEquals(0, scheduler.pending());
  }

  @Test
  void eventsThatGoInACircle_areNoticed() {
    Runnable[] circle = new Runnable[1];
    circle[0] = () -> scheduler.schedule(0, circle[0]);
    loop.after(0, circle[0]);
    assertThrows(IllegalStateException.class, () -> pass(1));
  }
}
