package dev.offstage.engine.presentation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole stream: what a manifest says, or what a plain file implies.
 *
 * @param durationS length in seconds, or {@link Double#POSITIVE_INFINITY} while nobody knows
 * @param periods at least one, in order, each starting where the one before ends
 * @param leftOut what the manifest offers and the parser could not take, and why, for developers
 * @param startS where the manifest wants playback to begin; NaN where it does not say
 * @param endS where what is there so far ends
 * @param live what to know of a stream that goes on; null where nothing will be added
 */
public record Presentation(
    double durationS,
    List<Period> periods,
    List<String> leftOut,
    double startS,
    double endS,
    @Nullable Live live) {
  public Presentation {
    periods = List.copyOf(periods);
    leftOut = List.copyOf(leftOut);
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("a presentation has at least one period");
    }
  }

  /** A complete presentation. */
  public Presentation(double durationS, List<Period> periods, List<String> leftOut) {
    this(durationS, periods, leftOut, Double.NaN, durationS, null);
  }

  /** A complete presentation of which nothing was left out. */
  public Presentation(double durationS, List<Period> periods) {
    this(durationS, periods, List.of());
  }

  /** The same, now that nothing will be added. */
  public Presentation endedAt(double timeS) {
    List<Period> ended = new ArrayList<>(periods);
    int last = ended.size() - 1;
    Period open = ended.get(last);
    ended.set(last, new Period(open.id(), open.startS(), timeS, open.adaptationSets()));
    return new Presentation(timeS, ended, leftOut);
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
