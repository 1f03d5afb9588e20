package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.server.Link;
import java.util.List;
import java.util.Map;

/** Adaptation to a bandwidth that falls and rises. */
final class StepsMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 30;

  @Override
  public String id() {
    return "steps";
  }

  @Override
  public String description() {
    return "4 Mbit/s for 15 s, 0.7 for 20 s, 3 for 25 s, 40 ms, from load() on with a prepared player;"
        + " 240p, 480p and 720p at 0.3, 0.96 and 2.52 Mbit/s, buffer goal "
        + (int) BUFFER_AHEAD_S
        + " s.";
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("kbps", "average bit rate of what was shown, kbit/s", false),
        new Figure("stalledS", "halted after the start, s", false),
        new Figure("leastAheadS", "least buffer after the first 10 s, s", false),
        new Figure("switches", "switches", false));
  }

  @Override
  public int rounds(Options options) {
    return options.costRounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.serveLongLadder();
    stage.prepare(BUFFER_AHEAD_S);
    Link link = new Link(4e6, 40);
    stage.shapeLong(link);
    stage.start(LongLadder.LADDER);
    stage.page().evaluate("bench.watchQuality()");
    stage.page().playwright().waitForTimeout(15_000);
    link.setRate(0.7e6);
    stage.page().playwright().waitForTimeout(20_000);
    link.setRate(3e6);
    stage.page().playwright().waitForTimeout(25_000);
    return Values.of(stage.page().evaluate("bench.qualitySeen()"));
  }
}
