package dev.offstage.simulator.traces;

import java.util.List;
import java.util.Locale;

/**
 * What a session was like, as means over its segments' durations of wall-clock time: playback,
 * stalls and start-up.
 *
 * @param bitrateKbps of what was played
 * @param utility natural logarithm of the bit rate over the lowest
 * @param rebufferRatio the part of the time in which playback stood still after it had begun
 * @param rebufferEvents how often it did
 * @param bitrateChangeKbps by how much the bit rate changed from segment to segment
 * @param score utility less {@link #STALL_COST} for each segment's duration of standstill
 */
record Figures(
    double bitrateKbps,
    double utility,
    double rebufferRatio,
    double rebufferEvents,
    double bitrateChangeKbps,
    double score) {
  /** What a segment's duration of standstill costs, in utility. */
  static final double STALL_COST = 5;

  static final String HEADER =
      "bitrate_kbps,utility,rebuffer_ratio,rebuffer_events,bitrate_change_kbps,score";

  /** The mean of each. */
  static Figures mean(List<Figures> all) {
    return new Figures(
        all.stream().mapToDouble(Figures::bitrateKbps).average().orElse(0),
        all.stream().mapToDouble(Figures::utility).average().orElse(0),
        all.stream().mapToDouble(Figures::rebufferRatio).average().orElse(0),
        all.stream().mapToDouble(Figures::rebufferEvents).average().orElse(0),
        all.stream().mapToDouble(Figures::bitrateChangeKbps).average().orElse(0),
        all.stream().mapToDouble(Figures::score).average().orElse(0));
  }

  String toCsv() {
    return String.format(
        Locale.ROOT,
        "%.1f,%.4f,%.4f,%.3f,%.1f,%.4f",
        bitrateKbps,
        utility,
        rebufferRatio,
        rebufferEvents,
        bitrateChangeKbps,
        score);
  }
}
