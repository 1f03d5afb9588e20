package dev.offstage.conformance;

import dev.offstage.conformance.stage.Stage;

/**
 * One statement and the way to find out whether it holds.
 *
 * @param name the statement in a few words, unique; cases that follow one of web-platform-tests
 *     begin with its path
 * @param places where it is meant to hold
 * @param body returns if it holds; throws {@link dev.offstage.conformance.stage.CaseFailure} if
 *     not, {@link dev.offstage.conformance.stage.Absent} where the browser lacks the matter
 */
public record Case(String name, Places places, Body body) {
  /** What a case does. It may wait. */
  @FunctionalInterface
  public interface Body {
    void run(Stage stage);
  }

  /** The contexts that a case is for. */
  public enum Places {
    /** Pages and dedicated workers. */
    EVERYWHERE,
    /** Dedicated workers alone. */
    WORKER,
    /** Pages alone. */
    PAGE;

    /** Whether the case runs in this context. */
    public boolean include(boolean worker) {
      return this == EVERYWHERE || worker == (this == WORKER);
    }
  }
}
