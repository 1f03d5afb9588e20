package dev.offstage.e2e.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the worker's heap grows from stream to stream on one page. */
final class GrowthMeasure implements Measure {
  private static final int STEPS = 4;
  private static final int CYCLES_PER_STEP = 50;
  private static final double BUFFER_AHEAD_S = 4;

  @Override
  public String id() {
    return "growth";
  }

  @Override
  public String description() {
    return STEPS * CYCLES_PER_STEP
        + " times load(), a moment of playback and unload() on one page; the worker's heap after"
        + " garbage collections. Stream "
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
        new Figure("after50", "heap after 50 streams, kB", false),
        new Figure("after100", "heap after 100 streams, kB", false),
        new Figure("after150", "heap after 150 streams, kB", false),
        new Figure("after200", "heap after 200 streams, kB", false),
        new Figure("bytesPerStream", "growth from the 50th on, bytes for each stream", false));
  }

  @Override
  public int rounds(Options options) {
    return 1;
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.prepare(BUFFER_AHEAD_S);
    Map<String, Double> values = new LinkedHashMap<>();
    try (WorkerHeap heap = new WorkerHeap(stage.page(), 1)) {
      double first = 0;
      double last = 0;
      for (int step = 1; step <= STEPS; step++) {
        stage.cycle(Streams.VIDEO_AND_AUDIO, CYCLES_PER_STEP);
        last = heap.usedBytes();
        first = step == 1 ? last : first;
        values.put("after" + step * CYCLES_PER_STEP, last / 1_000);
      }
      values.put("bytesPerStream", (last - first) / ((STEPS - 1) * CYCLES_PER_STEP));
    }
    return values;
  }
}
