package dev.offstage.simulator.traces;

import dev.offstage.engine.config.AbrConfig;
import dev.offstage.engine.config.PlayerConfig;
import dev.offstage.simulator.SimulatedSession;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays traces and prints a row of figures for each, and a row of their means. */
public final class TraceCommand {
  private static final int BAD_ARGUMENTS = 2;
  private static final int FAILED = 1;

  /** Traces have stretches in which nothing comes; a session is to wait for their end. */
  private static final double TIMEOUT_MS = 3_600_000;

  private TraceCommand() {}

  /** See {@code --help}. Ends with status 2 if the arguments are wrong. */
  public static void main(String[] line) {
    int status = run(System.out, System.err, line);
    System.out.flush();
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Does what the command line says.
   *
   * @return the exit status
   */
  static int run(PrintStream out, PrintStream err, String... line) {
    try {
      Arguments arguments = Arguments.read(line);
      if (arguments == null) {
        out.print(Arguments.USAGE);
      } else {
        play(arguments, out, err);
      }
      return 0;
    } catch (Arguments.Wrong | IOException e) {
      err.println("error: " + e.getMessage());
      err.println();
      err.print(Arguments.USAGE);
      return BAD_ARGUMENTS;
    } catch (AssertionError | IllegalStateException e) {
      err.println("error: " + e.getMessage());
      return FAILED;
    }
  }

  private static void play(Arguments arguments, PrintStream out, PrintStream err)
      throws IOException, Arguments.Wrong {
    Movie movie = TraceFiles.movie(arguments.movie()).with(arguments.scheme());
    double segmentS = movie.tracks().get(0).segmentS();
    if (arguments.bufferS() < 2 * segmentS) {
      throw new Arguments.Wrong("--buffer has to hold two segments of " + segmentS + " s");
    }
    List<String> names = new ArrayList<>();
    List<NetworkTrace> traces = new ArrayList<>();
    if (arguments.traces() != null) {
      for (Path file : TraceFiles.list(arguments.traces())) {
        names.add(nameOf(file));
        traces.add(TraceFiles.trace(file));
      }
    } else if (arguments.synthetic() != null) {
      for (int i = 0; i < arguments.lines(); i++) {
        long seed = arguments.seed() + i;
        names.add(arguments.synthetic() + "-" + seed);
        traces.add(SyntheticLines.of(arguments.synthetic(), seed));
      }
    }
    out.println("trace," + Figures.HEADER);
    List<Figures> all = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      SimulatedSession session = session(arguments, movie, segmentS, traces.get(i));
      Figures figures = Playback.of(session, movie);
      if (arguments.log()) {
        err.println("# " + names.get(i));
        err.print(session.journal());
      }
      all.add(figures);
      out.println(names.get(i) + "," + figures.toCsv());
    }
    out.println("mean," + Figures.mean(all).toCsv());
  }

  /** The engine's own settings but for the policy, and patience with dead lines. */
  private static SimulatedSession session(
      Arguments arguments, Movie movie, double segmentS, NetworkTrace trace) {
    AbrConfig abr = PlayerConfig.DEFAULT.abr();
    return SimulatedSession.of(movie)
        .trace(trace)
        .abr(
            new AbrConfig(
                arguments.policy(),
                abr.initialBandwidthBps(),
                abr.safetyFactor(),
                abr.maxBitrateBps()))
        // The engine asks for a segment when there is less ahead than its goal.
        .goals(arguments.bufferS() - segmentS, PlayerConfig.DEFAULT.buffer().behindS())
        .retries(PlayerConfig.DEFAULT.network().retries(), TIMEOUT_MS)
        .seed(arguments.seed())
        .build();
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
  }
}
