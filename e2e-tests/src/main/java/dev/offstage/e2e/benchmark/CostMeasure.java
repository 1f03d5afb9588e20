package dev.offstage.e2e.benchmark;

import java.util.List;
import java.util.Map;

/** What playback costs the page's main thread, from load() on. */
final class CostMeasure implements Measure {
  private static final double BUFFER_AHEAD_S = 30;
  private static final int SECONDS = 21;

  private final boolean traced;

  /**
   * @param traced whether the browser notes every task, for the longest one; that costs time, so it
   *     is not for the sums
   */
  CostMeasure(boolean traced) {
    this.traced = traced;
  }

  @Override
  public String id() {
    return traced ? "tasks.480p" : "cost.480p";
  }

  @Override
  public String description() {
    return SECONDS
        + " s from load() on with a prepared player, unshaped; 480p without sound, buffer goal "
        + (int) BUFFER_AHEAD_S
        + " s. "
        + (traced
            ? "The longest task of the page's main thread."
            : "Time of the page's main thread in scripts and in tasks altogether.");
  }

  @Override
  public boolean accepts(Contender contender) {
    return contender != Contender.HLSJS;
  }

  @Override
  public List<Figure> figures() {
    return traced
        ? List.of(
            new Figure("longest", "longest task, ms", true),
            new Figure("longestRun", "longest task, ms of the processor's time", true))
        : List.of(
            new Figure("script", "ScriptDuration, ms", true),
            new Figure("task", "TaskDuration, ms", true));
  }

  @Override
  public int rounds(Options options) {
    return options.costRounds();
  }

  @Override
  public Map<String, Double> take(Stage stage) {
    stage.serveLongLadder();
    stage.prepare(BUFFER_AHEAD_S);
    String path =
        stage.contender() == Contender.PLAIN ? LongLadder.FILE_480P : LongLadder.VIDEO_480P;
    try (MainThread thread = new MainThread(stage.page())) {
      // Until then the browser is asked to measure: what that takes is none of the player's.
      int afterMs = traced ? 2_000 : 100;
      stage.start(path, afterMs);
      Runnable play = () -> leaveAlone(stage, afterMs + SECONDS * 1_000);
      Map<String, Double> values = traced ? thread.trace(play) : thread.measure(play);
      double position = stage.page().currentTime();
      if (position < SECONDS - 2) {
        throw new AssertionError("after " + SECONDS + " s, only " + position + " s were played");
      }
      return values;
    }
  }

  /** Nothing is asked of the page meanwhile. */
  private static void leaveAlone(Stage stage, int ms) {
    stage.page().playwright().waitForTimeout(ms);
  }
}
