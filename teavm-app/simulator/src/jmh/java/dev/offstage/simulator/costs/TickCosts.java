package dev.offstage.simulator.costs;

import dev.offstage.engine.protocol.Command;
import dev.offstage.simulator.SimulatedSession;
import dev.offstage.simulator.origin.Movie;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine at work. */
@State(Scope.Benchmark)
public class TickCosts {
  private final SimulatedSession session =
      SimulatedSession.of(Movie.ordinary(36_000)).bandwidth(5_000_000, 40).goals(30, 30).build();

  @Setup
  public void play() {
    session.load().playUntil(120);
  }

  /** A millisecond of playback, an observation and the tick that it leads to. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public void tick() {
    double positionS = session.element().currentTime();
    session
        .engine()
        .handle(
            new Command.Observe(
                1, positionS, 1, true, false, false, false, 4, session.nowMs()));
    session.runFor(1);
  }

  /** An hour of playback with all that belongs to it, the simulator's own part included. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 5)
  @Measurement(iterations = 10)
  @Fork(1)
  public double hour() {
    SimulatedSession hour =
        SimulatedSession.of(Movie.ordinary(3_600)).bandwidth(5_000_000, 40).load();
    hour.playUntilEnded();
    return hour.element().currentTime();
  }
}
