package dev.offstage.e2e.benchmark;

import dev.offstage.e2e.server.Link;
import java.util.List;
import java.util.Map;

/** From {@code load()}, or from the import before it, to the first frame. */
final class StartMeasure implements Measure {
  /** How ready the player is at the beginning. */
  enum Beginning {
    /** Imported, made, its worker running; code is not part of what is measured. */
    WARM,
    /** Nothing is there, and code comes as fast as the machine can; media comes over the link. */
    COLD,
    /** Nothing is there, and code comes over the same link as media. */
    COLD_CODE
  }

  private static final double BUFFER_AHEAD_S = 30;

  private final Beginning beginning;
  private final String name;
  private final String path;

  StartMeasure(Beginning beginning, String path) {
    this.beginning = beginning;
    this.path = path;
    name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  @Override
  public String id() {
    String kind =
        switch (beginning) {
          case WARM -> "warm";
          case COLD -> "cold";
          case COLD_CODE -> "coldcode";
        };
    return "start." + kind + "." + name;
  }

  @Override
  public String description() {
    String what =
        switch (beginning) {
          case WARM ->
              "Start with a prepared player (imported, made, worker running)."
                  + " Media over 5 Mbit/s, 40 ms; code was there before.";
          case COLD ->
              "Start on a page that has no player yet: import, make, load() at once."
                  + " Media over 5 Mbit/s, 40 ms; code unshaped.";
          case COLD_CODE ->
              "Start on a page that has no player yet: import, make, load() at once."
                  + " Media and gzipped code over 5 Mbit/s, 40 ms.";
        };
    return what + " Stream " + path + ", buffer goal " + (int) BUFFER_AHEAD_S + " s.";
  }

  @Override
  public List<Figure> figures() {
    Figure firstFrame = new Figure("firstFrame", "load() to first frame, ms", true);
    Figure moving = new Figure("moving", "load() to 0.1 s played, ms", false);
    return beginning == Beginning.WARM
        ? List.of(firstFrame, moving)
        : List.of(new Figure("importToFirstFrame", "import to first frame, ms", true), firstFrame);
  }

  @Override
  public int rounds(Options options) {
    return options.rounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    Link link = new Link(5e6, 40);
    if (beginning == Beginning.WARM) {
      stage.prepare(BUFFER_AHEAD_S);
      stage.shape(Stage.Shaped.MEDIA, link);
      return stage.load(path);
    }
    stage.shape(
        beginning == Beginning.COLD ? Stage.Shaped.MEDIA : Stage.Shaped.MEDIA_AND_CODE, link);
    Map<String, Double> times = stage.coldLoad(BUFFER_AHEAD_S, path);
    times.put("importToFirstFrame", times.get("firstFrame"));
    for (String name : List.of("loadedMetadata", "firstFrame", "playing", "moving")) {
      times.merge(name, times.get("load"), (at, load) -> at - load);
    }
    return times;
  }
}
