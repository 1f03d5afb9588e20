package dev.offstage.engine.presentation;

import java.util.List;

/**
 * A stretch of the presentation with one set of tracks (ISO/IEC 23009-1, section 5.3.2).
 *
 * @param id the manifest's, or one made from the position
 * @param startS where it starts on the presentation's timeline, in seconds
 * @param endS where it ends; {@link Double#POSITIVE_INFINITY} while nobody knows
 * @param adaptationSets the choices, of all media types
 */
public record Period(String id, double startS, double endS, List<AdaptationSet> adaptationSets) {
  public Period {
    adaptationSets = List.copyOf(adaptationSets);
  }
}
