package dev.offstage.engine.stream;

import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing;
import dev.offstage.engine.presentation.SegmentIndex;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the playlists of a session have said. All streams share it, over all MediaSources: what is
 * known of one playlist tells where another one belongs.
 */
public final class Playlists {
  private final Map<String, PlaylistSource> sources = new HashMap<>();

  /** What came last. */
  @Nullable SegmentIndex latest;

  /**
   * Takes what has been loaded with the manifest.
   *
   * @param nowMs when that was
   */
  public void learn(Presentation presentation, double nowMs) {
    for (Period period : presentation.periods()) {
      for (AdaptationSet set : period.adaptationSets()) {
        for (Representation representation : set.representations()) {
          if (representation.segments() instanceof SegmentAddressing.Playlist playlist
              && playlist.known() != null) {
            of(playlist).learn(playlist.known(), nowMs);
          }
        }
      }
    }
  }

  PlaylistSource of(SegmentAddressing.Playlist addressing) {
    String url = addressing.address().url();
    PlaylistSource source = sources.get(url);
    if (source == null) {
      source = new PlaylistSource(addressing, this);
      sources.put(url, source);
    }
    return source;
  }
}
