package dev.offstage.e2e.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that was seen for one measure, round by round. Used by one thread. */
final class Result {
  /**
   * One contender in one round.
   *
   * @param values by id; empty after a failure
   * @param player what the player says that it is
   * @param load the machine's load average at the beginning
   * @param story the requests of a start and, if traced, the calls; a line each
   */
  record Sample(
      Map<String, Double> values,
      String player,
      double load,
      List<String> story,
      @Nullable String failure) {}

  private final Measure measure;
  private final Map<Contender, List<Sample>> samples = new EnumMap<>(Contender.class);

  Result(Measure measure) {
    this.measure = measure;
  }

  Measure measure() {
    return measure;
  }

  /** Adds a contender's next round. */
  void add(Contender contender, Sample sample) {
    samples.computeIfAbsent(contender, key -> new ArrayList<>()).add(sample);
  }

  Map<Contender, List<Sample>> samples() {
    return samples;
  }

  /** A contender's values of all rounds that did not fail. */
  List<Double> values(Contender contender, String id) {
    return samples.getOrDefault(contender, List.of()).stream()
        .map(sample -> sample.values().get(id))
        .filter(Objects::nonNull)
        .toList();
  }

  /** One contender's value divided by another's, in each round in which both have one. */
  List<Double> ratios(Contender upper, Contender lower, String id) {
    List<Double> ratios = new ArrayList<>();
    List<Sample> uppers = samples.getOrDefault(upper, List.of());
    List<Sample> lowers = samples.getOrDefault(lower, List.of());
    for (int i = 0; i < Math.min(uppers.size(), lowers.size()); i++) {
      Double above = uppers.get(i).values().get(id);
      Double below = lowers.get(i).values().get(id);
      if (above != null && below != null) {
        ratios.add(above / below);
      }
    }
    return ratios;
  }

  /** How many of a contender's rounds failed. */
  long failures(Contender contender) {
    return samples.getOrDefault(contender, List.of()).stream()
        .filter(sample -> sample.failure() != null)
        .count();
  }

  /** The machine's load over all samples. */
  Summary load() {
    return Summary.of(samples.values().stream().flatMap(List::stream).map(Sample::load).toList());
  }
}
