package dev.offstage.e2e.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How fast transport streams become fragmented MP4, in a worker that does nothing else. */
final class TransmuxMeasure implements Measure {
  private static final String SEGMENT = "/busy/busy.ts";
  private static final int WARM_UP = 20;
  private static final int SEGMENTS = 60;

  @Override
  public String id() {
    return "transmux";
  }

  @Override
  public String description() {
    return "A segment of 3 s in 720p at 4 Mbit/s with AAC, "
        + SEGMENTS
        + " times after "
        + WARM_UP
        + " that do not count, from the first post to a worker to its last answer.";
  }

  @Override
  public boolean accepts(Contender contender) {
    return contender.isOurs() || contender == Contender.HLSJS;
  }

  @Override
  public List<Figure> figures() {
    return List.of(new Figure("mbps", "MB/s", true));
  }

  @Override
  public int rounds(Options options) {
    return options.rounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    String name = stage.contender().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Map<String, Double> values = stage.transmux(name, SEGMENT, WARM_UP, SEGMENTS);
    // Headers come off, and little is added.
    if (!(values.get("ratio") > 0.9 && values.get("ratio") < 1)) {
      throw new AssertionError("not all of the media came out: " + values.get("ratio"));
    }
    return values;
  }
}
