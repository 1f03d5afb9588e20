package dev.offstage.e2e.benchmark;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is run, from system properties.
 *
 * @param rounds {@code benchmark.rounds}: how many rounds count, after one that does not
 * @param freezeRounds {@code benchmark.freezeRounds}: the same for frozen pages, which take long
 * @param costRounds {@code benchmark.costRounds}: the same for the main thread's cost and for
 *     changing bandwidth
 * @param recoveries {@code benchmark.recoveries}: how many workers are lost
 * @param only {@code benchmark.only}: the measures, by their ids' beginnings; empty for all
 * @param trace {@code benchmark.trace}: whether starts are traced call by call, which costs time
 * @param contenders {@code benchmark.players}: who takes part, by names such as {@code shaka}
 */
record Options(
    int rounds,
    int freezeRounds,
    int costRounds,
    int recoveries,
    List<String> only,
    boolean trace,
    Set<Contender> contenders) {

  static Options fromSystemProperties() {
    Set<Contender> contenders = EnumSet.noneOf(Contender.class);
    for (String name : list("benchmark.players")) {
      contenders.add(Contender.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return new Options(
        Integer.getInteger("benchmark.rounds", 10),
        Integer.getInteger("benchmark.freezeRounds", 3),
        Integer.getInteger("benchmark.costRounds", 5),
        Integer.getInteger("benchmark.recoveries", 50),
        list("benchmark.only"),
        Boolean.getBoolean("benchmark.trace"),
        contenders.isEmpty() ? EnumSet.allOf(Contender.class) : contenders);
  }

  boolean wants(Measure measure) {
    return only.isEmpty() || only.stream().anyMatch(measure.id()::startsWith);
  }

  private static List<String> list(String property) {
    return Arrays.stream(System.getProperty(property, "").split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
