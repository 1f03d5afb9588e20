package dev.offstage.engine.presentation;

import java.util.List;

/**
 * A whole stream: what a manifest says, or what a plain file implies.
 *
 * @param durationS length in seconds, or {@link Double#POSITIVE_INFINITY} while nobody knows
 * @param periods at least one, in order, each starting where the one before ends
 * @param leftOut what the manifest offers and the parser could not take, and why, for developers
 */
public record Presentation(double durationS, List<Period> periods, List<String> leftOut) {
  public Presentation {
    periods = List.copyOf(periods);
    leftOut = List.copyOf(leftOut);
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("a presentation has at least one period");
    }
  }

  /** A presentation of which nothing was left out. */
  public Presentation(double durationS, List<Period> periods) {
    this(durationS, periods, List.of());
  }

  /** The index of the period that holds {@code timeS}; the first or last one beyond the ends. */
  public int periodIndexAt(double timeS) {
    int index = periods.size() - 1;
    while (index > 0 && timeS < periods.get(index).startS()) {
      index--;
    }
    return index;
  }
}
