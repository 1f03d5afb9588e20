package dev.offstage.engine.stream;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the media's own timelines lie on the presentation's. Where no manifest says so, the first
 * segment that comes of a timeline does; it holds for all tracks, so that they stay together.
 */
public final class MediaTimelines {
  private final Map<Integer, Double> offsetsS = new HashMap<>();

  boolean isKnown(int timeline) {
    return offsetsS.containsKey(timeline);
  }

  /** What to add to the timestamps of a known timeline. */
  double offsetS(int timeline) {
    return offsetsS.getOrDefault(timeline, 0.0);
  }

  void set(int timeline, double offsetS) {
    offsetsS.put(timeline, offsetS);
  }
}
