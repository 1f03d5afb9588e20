package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.server.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Seeks to and fro, out of the buffer and inside it: the median of each page's seeks. */
final class SeeksMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 30;
  private static final List<Double> OUTSIDE_S = List.of(61.0, 100.3, 35.7, 82.9, 13.1);

  @Override
  public String id() {
    return "seeks.480p";
  }

  @Override
  public String description() {
    return "Seeks to "
        + OUTSIDE_S
        + " s, where nothing is buffered, each as soon as the one before plays; and after each one"
        + " by 0.5 s inside the buffer. Media over 5 Mbit/s, 40 ms; 480p without sound, buffer goal "
        + (int) BUFFER_AHEAD_S
        + " s.";
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure("seeked", "out of the buffer, to seeked, ms", true),
        new Figure("playing", "out of the buffer, to 0.1 s played, ms", true),
        new Figure("inside", "inside the buffer, to seeked, ms", true));
  }

  @Override
  public int rounds(Options options) {
    return options.rounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.serveLongLadder();
    stage.prepare(BUFFER_AHEAD_S);
    stage.shapeLong(new Link(5e6, 40));
    stage.load(LongLadder.VIDEO_480P);
    stage.page().waitForTime(1);
    List<Double> seeked = new ArrayList<>();
    List<Double> playing = new ArrayList<>();
    List<Double> inside = new ArrayList<>();
    for (double target : OUTSIDE_S) {
      Map<String, Double> times = stage.seek(target);
      seeked.add(times.get("seeked"));
      playing.add(times.get("playing"));
      inside.add(Values.of(stage.page().evaluate("bench.seekInside(0.5)")).get("seeked"));
    }
    return Map.of(
        "seeked", Summary.of(seeked).median(),
        "playing", Summary.of(playing).median(),
        "inside", Summary.of(inside).median());
  }
}
