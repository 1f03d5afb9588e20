package dev.offstage.simulator.traces;

import dev.offstage.engine.abr.Policies;
import dev.offstage.simulator.origin.Scheme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param movie the movie's file
 * @param traces a folder of traces, or one; null for synthetic lines
 * @param synthetic the kind of synthetic lines; null for recorded ones
 * @param lines how many synthetic lines
 * @param policy a policy's name
 * @param bufferS seconds of media that are held ahead at most
 * @param scheme how the manifest addresses segments
 * @param seed of the engine's random numbers
 * @param log whether to print all that happens
 */
record Arguments(
    Path movie,
    @Nullable Path traces,
    @Nullable String synthetic,
    int lines,
    String policy,
    double bufferS,
    Scheme scheme,
    long seed,
    boolean log) {
  static final String USAGE =
      """
      Plays bandwidth traces with the engine in virtual time and prints what a viewer would have had.

        --movie FILE     what is played: JSON with segment_duration_ms, bitrates_kbps and
                         segment_sizes_bits[segment][quality]
        --traces PATH    a folder of traces, or one: JSON arrays of duration_ms, bandwidth_kbps and
                         latency_ms
        --synthetic KIND in place of traces, lines like those of a recorded set that are none of
                         them, from seeds: one of %s
        --lines N        how many of these (default: 40)
        --policy NAME    one of %s (default: default)
        --buffer S       seconds of media held ahead at most (default: 25)
        --scheme NAME    how the manifest addresses segments: base (one file with an index, so that
                         sizes are known), number, timeline or list (default: base)
        --seed N         of the engine's random numbers, and of the first synthetic line (default: 1)
        --log            prints all that happens, to standard error
        --help           prints this
      """
          .formatted(String.join(", ", SyntheticLines.KINDS), String.join(", ", Policies.NAMES));

  /** What is wrong with a command line, in words for whoever typed it. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }

  /**
   * Reads a command line.
   *
   * @return null if help is asked for
   */
  static @Nullable Arguments read(String... line) throws Wrong {
    String movie = null;
    String traces = null;
    String synthetic = null;
    int lines = 40;
    String policy = Policies.NAMES[0];
    double buffer = 25;
    Scheme scheme = Scheme.BASE;
    long seed = 1;
    boolean log = false;
    for (int i = 0; i < line.length; i++) {
      String option = line[i];
      if (option.equals("--help")) {
        return null;
      }
      if (option.equals("--log")) {
        log = true;
        continue;
      }
      if (i + 1 == line.length) {
        throw new Wrong(option + " lacks a value, or is no option");
      }
      String value = line[++i];
      switch (option) {
        case "--movie" -> movie = value;
        case "--traces" -> traces = value;
        case "--synthetic" -> synthetic = oneOf(option, value, SyntheticLines.KINDS);
        case "--lines" -> lines = (int) positive(option, value);
        case "--policy" -> policy = oneOf(option, value, Policies.NAMES);
        case "--buffer" -> buffer = positive(option, value);
        case "--scheme" -> scheme = scheme(option, value);
        case "--seed" -> seed = (long) positive(option, value);
        default -> throw new Wrong("there is no option " + option);
      }
    }
    if (movie == null) {
      throw new Wrong("--movie is missing");
    }
    if ((traces == null) == (synthetic == null)) {
      throw new Wrong(
          traces == null
              ? "--traces is missing (or --synthetic)"
              : "--traces and --synthetic exclude each other");
    }
    return new Arguments(
        Path.of(movie),
        traces == null ? null : Path.of(traces),
        synthetic,
        lines,
        policy,
        buffer,
        scheme,
        seed,
        log);
  }

  private static Scheme scheme(String option, String value) throws Wrong {
    String[] names =
        Arrays.stream(Scheme.values())
            .map(scheme -> scheme.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    return Scheme.valueOf(oneOf(option, value, names).toUpperCase(Locale.ROOT));
  }

  private static String oneOf(String option, String value, String[] names) throws Wrong {
    if (!Arrays.asList(names).contains(value)) {
      throw new Wrong(option + " is one of " + String.join(", ", names) + ", not " + value);
    }
    return value;
  }

  private static double positive(String option, String value) throws Wrong {
    try {
      double number = Double.parseDouble(value);
      if (number > 0 && number < 1e9) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Wrong(option + " is a number above 0, not " + value);
  }
}
