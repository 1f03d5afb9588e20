package dev.offstage.e2e.benchmark;

import java.util.List;
import java.util.Map;

/** Something that is measured the same way for every contender. */
interface Measure {
  /** A short name, such as {@code start.warm.480p}. */
  String id();

  /** What is measured and under which conditions, in a sentence or two. */
  String description();

  /** The figures that the report shows: ids of values, with what they are called. */
  List<Figure> figures();

  /** Whether this one can be measured. */
  default boolean accepts(Contender contender) {
    return contender != Contender.PLAIN && contender != Contender.HLSJS;
  }

  /** How many rounds count. */
  int rounds(Options options);

  /**
   * Measures once, on a stage of its own.
   *
   * @return every value by its id
   */
  Map<String, Double> take(Stage stage);

  /**
   * A value that the report shows.
   *
   * @param id of the value
   * @param label of the column, with the unit
   * @param compared whether ratios to the other players are of interest
   */
  record Figure(String id, String label, boolean compared) {}
}
