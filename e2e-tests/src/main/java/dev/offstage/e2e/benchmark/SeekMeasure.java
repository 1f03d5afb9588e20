package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.server.Link;
import java.util.List;
import java.util.Map;

/** From a seek out of the buffer to playing again. */
final class SeekMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 30;
  private static final double FROM_S = 1;

  /** In the middle of a segment, far from what can be buffered by then. */
  private static final double TARGET_S = 31;

  @Override
  public String id() {
    return "seek.480p";
  }

  @Override
  public String description() {
    return "Seek at "
        + (int) FROM_S
        + " s to "
        + (int) TARGET_S
        + " s, the middle of a segment that is not buffered, while media is being fetched."
        + " Media over 5 Mbit/s, 40 ms; stream "
        + Streams.VIDEO_AND_AUDIO
        + ", buffer goal "
        + (int) BUFFER_AHEAD_S
        + " s.";
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("seeked", "to seeked, ms", true),
        new Figure("playing", "to 0.1 s played, ms", true));
  }

  @Override
  public int rounds(Options options) {
    return options.rounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.prepare(BUFFER_AHEAD_S);
    stage.shape(Stage.Shaped.MEDIA, new Link(5e6, 40));
    stage.load(Streams.VIDEO_AND_AUDIO);
    stage.page().waitForTime(FROM_S);
    return stage.seek(TARGET_S);
  }
}
