package dev.offstage.simulator.costs;

import dev.offstage.engine.mp4.FragmentTime;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.mp4.TrackHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is read of segments: headers alone, of the media that the end-to-end tests play. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SegmentCosts {
  private static final Path LADDER = Path.of("..", "..", "e2e-tests/media/files/ladder/v480");

  private byte[] init = new byte[0];
  private byte[] start = new byte[0];
  private List<TrackHeader> tracks = List.of();

  @Setup
  public void read() throws IOException {
    init = Files.readAllBytes(LADDER.resolve("init.mp4"));
    start = Arrays.copyOf(Files.readAllBytes(LADDER.resolve("00001.m4s")), 4_096);
    tracks = InitSegmentReader.tracks(init);
  }

  /** The tracks of an init segment. */
  @Benchmark
  public List<TrackHeader> initSegment() {
    return InitSegmentReader.tracks(init);
  }

  /** When the first frame of a segment is shown. */
  @Benchmark
  public double segmentStart() {
    return FragmentTime.shownS(start, tracks);
  }
}
