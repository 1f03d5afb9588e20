package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.server.Link;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long playback takes to go on after its worker has died or hangs. */
final class RecoveryMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 30;
  private static final double LATEST_S = 5;

  private final String fault;

  /** The moments are random, and the same in every run. */
  private final Random moments = new Random(7);

  /**
   * @param fault {@code terminate} or {@code hang}
   */
  RecoveryMeasure(String fault) {
    this.fault = fault;
  }

  @Override
  public String id() {
    return "recovery." + fault;
  }

  @Override
  public String description() {
    return "The worker "
        + (fault.equals("hang") ? "goes into an endless loop" : "is terminated")
        + " at a random moment of the first "
        + (int) LATEST_S
        + " s. Media over 5 Mbit/s, 40 ms; stream "
        + Streams.VIDEO_AND_AUDIO
        + ", buffer goal "
        + (int) BUFFER_AHEAD_S
        + " s.";
  }

  @Override
  public boolean accepts(Contender contender) {
    return contender.isOurs();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("resumedS", "to playing by another worker, s", false),
        new Figure("haltedS", "of these, from giving the worker up on, s", false),
        new Figure("lostS", "media time lost, s", false));
  }

  @Override
  public int rounds(Options options) {
    return options.recoveries();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.breakWorkers();
    stage.prepare(BUFFER_AHEAD_S);
    stage.shape(Stage.Shaped.MEDIA, new Link(5e6, 40));
    stage.load(Streams.VIDEO_AND_AUDIO);
    stage.page().waitForTime(LATEST_S * moments.nextDouble());
    return Values.of(stage.page().evaluate("fault => bench.recover(fault)", fault));
  }
}
