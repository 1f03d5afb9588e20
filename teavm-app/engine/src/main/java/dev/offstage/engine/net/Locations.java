package dev.offstage.engine.net;

import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.util.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the places that serve a presentation to ask: the first one that has not failed lately
 * (DASH-IF IOP, section 3.2.16).
 */
final class Locations {
  /** A place that has failed is put aside for so long. */
  private static final double ASIDE_MS = 60_000;

  private final Clock clock;
  private final Map<String, Double> asideUntilMs = new HashMap<>();

  Locations(Clock clock) {
    this.clock = clock;
  }

  /** The index of the place to ask; where all have failed lately, of the one that did so first. */
  int choose(List<BaseUrl> bases) {
    int best = 0;
    double bestUntilMs = Double.POSITIVE_INFINITY;
    for (int i = 0; i < bases.size(); i++) {
      double untilMs = asideUntilMs.getOrDefault(bases.get(i).location(), 0.0);
      if (untilMs <= clock.nowMs()) {
        return i;
      }
      if (untilMs < bestUntilMs) {
        best = i;
        bestUntilMs = untilMs;
      }
    }
    return best;
  }

  /** Puts the place aside, if there are others. */
  void fail(List<BaseUrl> bases, int index) {
    if (bases.size() > 1) {
      asideUntilMs.put(bases.get(index).location(), clock.nowMs() + ASIDE_MS);
    }
  }
}
