package dev.offstage.e2e.benchmark;

import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What it costs to load a long live playlist again, in the worker's time. */
final class ReloadMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 10;
  private static final int WARM_UP = 6;
  private static final int RELOADS = 12;
  private static final double PATIENCE_MS = 60_000;

  @Override
  public String id() {
    return "live.reload";
  }

  @Override
  public String description() {
    return "A live media playlist of "
        + LongPlaylist.SEGMENTS
        + " segments (0.9 MB), one more and one less each time, loaded once a second, "
        + RELOADS
        + " times after "
        + WARM_UP
        + " that do not count. Of the worker's tasks, as many of the longest as there were reloads, by"
        + " the processor time they took: what else the worker did in them counts, too.";
  }

  @Override
  public boolean accepts(Contender contender) {
    return contender.isOurs();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("median", "median, ms", false), new Figure("longest", "longest, ms", false));
  }

  @Override
  public int rounds(Options options) {
    return options.costRounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.serveLongPlaylist();
    stage.prepare(BUFFER_AHEAD_S);
    stage.start(LongPlaylist.URL);
    awaitReloads(stage, WARM_UP);
    int before = stage.requests(LongPlaylist.URL);
    List<Double> tasks =
        TaskTrace.ofBusiest(
                stage.page().playwright(),
                "DedicatedWorker thread",
                () -> awaitReloads(stage, before + RELOADS))
            .stream()
            .map(TaskTrace.Task::processorMs)
            .sorted(Comparator.reverseOrder())
            .toList();
    int reloads = stage.requests(LongPlaylist.URL) - before;
    return Map.of(
        "median", tasks.get(reloads / 2), "longest", tasks.get(0), "reloads", (double) reloads);
  }

  private static void awaitReloads(Stage stage, int count) {
    Page page = stage.page().playwright();
    page.waitForCondition(
        () -> stage.requests(LongPlaylist.URL) >= count,
        new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
  }
}
