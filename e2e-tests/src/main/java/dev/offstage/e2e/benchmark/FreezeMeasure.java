package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.page.Passed;
import dev.offstage.e2e.server.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How much media time is lost while the page's main thread is blocked. */
final class FreezeMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 4;

  /** Playback goes undisturbed for so long before: the buffer is full and steady by then. */
  private static final double UNDISTURBED_S = 6;

  private final String name;
  private final Duration total;
  private final Duration busy;
  private final Duration period;

  /**
   * @param busy the part of each period that is blocked
   */
  FreezeMeasure(String name, Duration total, Duration busy, Duration period) {
    this.name = name;
    this.total = total;
    this.busy = busy;
    this.period = period;
  }

  /** Blocked once, without a break. */
  static FreezeMeasure solid(int seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return new FreezeMeasure(seconds + "s", time, time, time);
  }

  @Override
  public String id() {
    return "freeze." + name;
  }

  @Override
  public String description() {
    String how =
        busy.equals(total)
            ? "solid for " + total.toSeconds() + " s"
            : busy.toMillis()
                + " of every "
                + period.toMillis()
                + " ms during "
                + total.toSeconds()
                + " s";
    return "The page's main thread is blocked "
        + how
        + ". Media over 3 Mbit/s, 40 ms; stream "
        + Streams.VIDEO_ALONE
        + ", buffer goal "
        + (int) BUFFER_AHEAD_S
        + " s.";
  }

  @Override
  public List<Figure> figures() {
    return List.of(new Figure("lostS", "media time lost, s", false));
  }

  @Override
  public int rounds(Options options) {
    return options.freezeRounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.prepare(BUFFER_AHEAD_S);
    stage.shape(Stage.Shaped.MEDIA, new Link(3e6, 40));
    stage.load(Streams.VIDEO_ALONE);
    stage.page().waitForTime(UNDISTURBED_S);
    double ahead = stage.page().bufferedAhead();
    Passed passed = stage.page().blockMainThread(total, busy, period);
    return Map.of("lostS", passed.lost(), "wallS", passed.wall(), "aheadBeforeS", ahead);
  }
}
