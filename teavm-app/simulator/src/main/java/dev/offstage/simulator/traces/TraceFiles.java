package dev.offstage.simulator.traces;

import dev.offstage.engine.media.MediaType;
import dev.offstage.simulator.net.NetworkTrace;
import dev.offstage.simulator.origin.Movie;
import dev.offstage.simulator.origin.Rendition;
import dev.offstage.simulator.origin.Track;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads movies and traces as the simulator Sabre has them.
 *
 * <p>A movie is an object of {@code segment_duration_ms}, {@code bitrates_kbps} (rising) and {@code
 * segment_sizes_bits[segment][quality]}; a trace is an array of {@code duration_ms}, {@code
 * bandwidth_kbps} and {@code latency_ms}.
 */
final class TraceFiles {
  /** Frames in a second, about: a segment has a whole number of them. */
  private static final double FRAME_RATE = 25;

  private TraceFiles() {}

  /**
   * A video track alone, with these sizes.
   *
   * @throws IOException if there is no such file, or it holds something else
   */
  static Movie movie(Path file) throws IOException {
    try {
      Map<?, ?> json = (Map<?, ?>) Json.read(Files.readString(file));
      double segmentS = number(json, "segment_duration_ms") / 1_000;
      List<?> bitrates = (List<?>) json.get("bitrates_kbps");
      List<?> sizes = (List<?>) json.get("segment_sizes_bits");
      List<Rendition> renditions = new ArrayList<>();
      for (int quality = 0; quality < bitrates.size(); quality++) {
        List<Integer> bytes = new ArrayList<>();
        for (Object segment : sizes) {
          bytes.add((int) Math.round((Double) ((List<?>) segment).get(quality) / 8));
        }
        int bps = (int) Math.round((Double) bitrates.get(quality) * 1_000);
        renditions.add(new Rendition("q" + quality, bps, 90 * (quality + 1), "avc1.4d401f", bytes));
      }
      double frameS = segmentS / Math.max(1, Math.round(segmentS * FRAME_RATE));
      return Movie.ofSeconds(segmentS * sizes.size())
          .with(
              new Track("video", MediaType.VIDEO, "", "", segmentS, segmentS, frameS, renditions));
    } catch (RuntimeException | MalformedInputException e) {
      throw new IOException(file + " is no movie: " + e.getMessage(), e);
    }
  }

  /**
   * A trace.
   *
   * @throws IOException if there is no such file, or it holds something else
   */
  static NetworkTrace trace(Path file) throws IOException {
    try {
      List<NetworkTrace.Step> steps = new ArrayList<>();
      for (Object item : (List<?>) Json.read(Files.readString(file))) {
        Map<?, ?> step = (Map<?, ?>) item;
        double durationMs = number(step, "duration_ms");
        if (durationMs > 0) {
          steps.add(
              new NetworkTrace.Step(
                  durationMs, number(step, "bandwidth_kbps") * 1_000, number(step, "latency_ms")));
        }
      }
      if (steps.stream().noneMatch(step -> step.bandwidthBps() > 0)) {
        throw new IllegalArgumentException("nothing ever comes");
      }
      return new NetworkTrace(steps);
    } catch (RuntimeException | MalformedInputException e) {
      throw new IOException(file + " is no trace: " + e.getMessage(), e);
    }
  }

  /**
   * The traces of a folder by name; or one file.
   *
   * @throws IOException if there are none
   */
  static List<Path> list(Path folderOrFile) throws IOException {
    if (Files.isRegularFile(folderOrFile)) {
      return List.of(folderOrFile);
    }
    if (!Files.isDirectory(folderOrFile)) {
      throw new IOException("there is no folder " + folderOrFile);
    }
    try (Stream<Path> files = Files.list(folderOrFile)) {
      List<Path> traces = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (traces.isEmpty()) {
        throw new IOException("there are no traces (*.json) in " + folderOrFile);
      }
      return traces;
    }
  }

  private static double number(Map<?, ?> json, String name) {
    if (json.get(name) instanceof Double value) {
      return value;
    }
    throw new IllegalArgumentException("there is no " + name);
  }
}
