package dev.offstage.e2e.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What it costs to load a long live playlist again, in the worker's time. */
final class ReloadMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 10;
  private static final int WARM_UP_S = 5;
  private static final int SECONDS = 20;

  @Override
  public String id() {
    return "live.reload";
  }

  @Override
  public String description() {
    return "A live media playlist of "
        + LongPlaylist.SEGMENTS
        + " segments (0.9 MB), one more and one less each time, loaded once a second for "
        + SECONDS
        + " s. Of the worker's tasks, as many of the longest as there were reloads: what else it did in them"
        + " counts, too.";
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
    stage.page().playwright().waitForTimeout(WARM_UP_S * 1_000);
    int before = stage.requests(LongPlaylist.URL);
    List<Double> tasks =
        TaskTrace.ofBusiest(
                stage.page().playwright(),
                "DedicatedWorker thread",
                () -> stage.page().playwright().waitForTimeout(SECONDS * 1_000))
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    int reloads = stage.requests(LongPlaylist.URL) - before;
    if (reloads < SECONDS / 2 || stage.page().currentTime() < SECONDS) {
      throw new AssertionError(reloads + " reloads, played to " + stage.page().currentTime());
    }
    return Map.of(
        "median", tasks.get(reloads / 2), "longest", tasks.get(0), "reloads", (double) reloads);
  }
}
