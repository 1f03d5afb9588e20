package dev.offstage.e2e.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a dozen players on one page cost: in one worker, or in one each. */
final class PlayersMeasure implements Measure {
  private static final int PLAYERS = 12;

  private final boolean shared;

  /**
   * @param shared whether they share a worker, as they do by default
   */
  PlayersMeasure(boolean shared) {
    this.shared = shared;
  }

  @Override
  public String id() {
    return "players." + (shared ? "shared" : "own");
  }

  @Override
  public String description() {
    return PLAYERS
        + " players on one page, one after the other, "
        + (shared ? "in one worker" : "in a worker each")
        + "; the workers' heaps after garbage collections. Stream "
        + Streams.VIDEO_AND_AUDIO
        + ", unshaped.";
  }

  @Override
  public boolean accepts(Contender contender) {
    return contender.isOurs();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("first", "first player to its first frame, its worker being ready, ms", false),
        new Figure("last", "twelfth player to its first frame, ms", false),
        new Figure("heapOfOne", "workers' heaps with one player, kB", false),
        new Figure("heapOfAll", "workers' heaps with twelve players, kB", false));
  }

  @Override
  public int rounds(Options options) {
    return options.costRounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    Map<String, Double> values = new TreeMap<>();
    values.put("first", stage.addPlayer(Streams.VIDEO_AND_AUDIO, shared));
    values.put("heapOfOne", heap(stage, 1) / 1_000);
    for (int i = 2; i <= PLAYERS; i++) {
      values.put("last", stage.addPlayer(Streams.VIDEO_AND_AUDIO, shared));
    }
    values.put("heapOfAll", heap(stage, shared ? 1 : PLAYERS) / 1_000);
    return values;
  }

  private static double heap(Stage stage, int workers) {
    try (WorkerHeap heap = new WorkerHeap(stage.page(), workers)) {
      return heap.usedBytes();
    }
  }
}
