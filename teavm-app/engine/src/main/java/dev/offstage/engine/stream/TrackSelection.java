package dev.offstage.engine.stream;

import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one stream plays: an AdaptationSet for each period, or none where a period has no such
 * track. The sets hold only Representations that the browser can decode.
 */
public final class TrackSelection {
  private final List<@Nullable AdaptationSet> setByPeriod;

  /**
   * @param setByPeriod one entry for each period of the presentation, null for none; copied
   */
  public TrackSelection(List<@Nullable AdaptationSet> setByPeriod) {
    this.setByPeriod = new ArrayList<>(setByPeriod);
  }

  /** The set for the period at {@code periodIndex}, or null. */
  public @Nullable AdaptationSet inPeriod(int periodIndex) {
    return setByPeriod.get(periodIndex);
  }

  /**
   * The same without one Representation of a period.
   *
   * @return null if no other is left there
   */
  public @Nullable TrackSelection without(int periodIndex, Representation leftOut) {
    AdaptationSet set = setByPeriod.get(periodIndex);
    if (set == null) {
      return this;
    }
    List<Representation> kept = new ArrayList<>(set.representations());
    int index = Lists.indexOfSame(kept, leftOut);
    if (index >= 0) {
      kept.remove(index);
    }
    if (kept.isEmpty()) {
      return null;
    }
    TrackSelection rest = new TrackSelection(setByPeriod);
    rest.setByPeriod.set(periodIndex, set.withRepresentations(kept));
    return rest;
  }

  /** What is played in the periods from {@code from} up to {@code to}; null for nothing. */
  public @Nullable TrackSelection between(int from, int to) {
    TrackSelection part = new TrackSelection(Lists.part(setByPeriod, from, to));
    for (AdaptationSet set : part.setByPeriod) {
      if (set != null) {
        return part;
      }
    }
    return null;
  }

  /** The first set there is. */
  public AdaptationSet first() {
    for (AdaptationSet set : setByPeriod) {
      if (set != null) {
        return set;
      }
    }
    throw new IllegalStateException("a selection has at least one set");
  }
}
