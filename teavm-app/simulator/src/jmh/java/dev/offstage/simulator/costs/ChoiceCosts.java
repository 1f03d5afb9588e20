package dev.offstage.simulator.costs;

import dev.offstage.engine.abr.Ladder;
import dev.offstage.engine.abr.Policies;
import dev.offstage.engine.abr.QualityPolicy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A choice among six qualities, once for each segment. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChoiceCosts {
  private static final int[] LADDER_BPS = {
    300_000, 600_000, 1_200_000, 2_500_000, 5_000_000, 10_000_000
  };
  private static final double SEGMENT_S = 2;

  /** The policy's name. */
  @Param({"default", "throughput", "bola", "bolae", "dynamic"})
  public String name = "";

  private QualityPolicy policy = Policies.named("default");

  private final QualityPolicy.Situation situation =
      new QualityPolicy.Situation(
          new Ladder(LADDER_BPS),
          4_000_000,
          0.04,
          true,
          new double[] {4e6, 3.5e6, 5e6, 1e6, 4.2e6, 3.9e6, 4e6, 4.1e6, 3e6, 2e6},
          0.9,
          14,
          30,
          2,
          20,
          new QualityPolicy.Upcoming() {
            @Override
            public double segmentS() {
              return SEGMENT_S;
            }

            @Override
            public int count() {
              return 1_000;
            }

            @Override
            public double sizeBits(int index, int ahead) {
              return SEGMENT_S * LADDER_BPS[index];
            }
          });

  @Setup
  public void choosePolicy() {
    policy = Policies.named(name);
  }

  @Benchmark
  public QualityPolicy.Choice choice() {
    return policy.choose(situation, QualityPolicy.Memory.NONE);
  }
}
