package dev.offstage.simulator.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.util.Cancelable;
import dev.offstage.engine.util.Clock;
import dev.offstage.engine.util.Scheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link Scheduler} and the {@link Clock} beside it promise. */
abstract class SchedulerContract {
  private final List<String> ran = new ArrayList<>();

  abstract Scheduler scheduler();

  abstract Clock clock();

  /** Runs {@code task} as the engine's thread would. */
  abstract void onEngineThread(Runnable task);

  /** Lets time pass. */
  abstract void pass(double durationMs);

  @Test
  void task_runsOnce_atItsTimeOrLater() {
    double start = clock().nowMs();
    double[] at = {Double.NaN};
    onEngineThread(
        () ->
            scheduler()
                .schedule(
                    50,
                    () -> {
                      ran.add("task");
                      at[0] = clock().nowMs();
                    }));
    pass(30);
    assertEquals(List.of(), ran);
    pass(1_000);
    assertEquals(List.of("task"), ran);
    assertTrue(at[0] - start >= 49.9, "after " + (at[0] - start));
  }

  @Test
  void taskWithoutDelay_runsWhenTheRunningOneHasReturned_notBefore() {
    onEngineThread(
        () -> {
          scheduler().schedule(0, () -> ran.add("next"));
          ran.add("running");
        });
    pass(10);
    assertEquals(List.of("running", "next"), ran);
  }

  @Test
  void tasksWithoutDelay_runInOrder() {
    onEngineThread(
        () -> {
          for (int i = 0; i < 5; i++) {
            String name = Integer.toString(i);
            scheduler().schedule(0, () -> ran.add(name));
          }
        });
    pass(10);
    assertEquals(List.of("0", "1", "2", "3", "4"), ran);
  }

  @Test
  void cancelledTask_neverRuns() {
    onEngineThread(
        () -> {
          Cancelable soon = scheduler().schedule(0, () -> ran.add("soon"));
          Cancelable later = scheduler().schedule(20, () -> ran.add("later"));
          soon.cancel();
          later.cancel();
          later.cancel();
        });
    pass(100);
    assertEquals(List.of(), ran);
  }

  @Test
  void cancelAfterTheRun_isHarmless() {
    Cancelable[] task = new Cancelable[1];
    onEngineThread(() -> task[0] = scheduler().schedule(5, () -> ran.add("task")));
    pass(100);
    onEngineThread(() -> task[0].cancel());
    pass(100);
    assertEquals(List.of("task"), ran);
  }

  @Test
  void clock_neverGoesBackwards() {
    double before = clock().nowMs();
    pass(5);
    double after = clock().nowMs();
    assertTrue(after >= before);
  }
}
