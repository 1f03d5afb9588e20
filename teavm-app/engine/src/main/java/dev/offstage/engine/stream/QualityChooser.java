package dev.offstage.engine.stream;

import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Representation;
import org.jspecify.annotations.Nullable;

/** Chooses the Representation of the next segment. */
public interface QualityChooser {
  /**
   * @param set what there is to choose from
   * @param bufferedS seconds of media ahead of the playhead
   * @param currentId the Representation loaded last, or null
   * @return one of the set's
   */
  Representation choose(AdaptationSet set, double bufferedS, @Nullable String currentId);
}
