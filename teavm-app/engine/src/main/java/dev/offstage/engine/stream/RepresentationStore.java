package dev.offstage.engine.stream;

import dev.offstage.engine.net.Loader;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what one stream has loaded of each Representation. */
final class RepresentationStore {
  private Presentation presentation;
  private final Playlists playlists;
  private final Loader loader;
  private final RepresentationData.Listener listener;
  private final Map<String, RepresentationData> dataByKey = new HashMap<>();

  RepresentationStore(
      Presentation presentation,
      Playlists playlists,
      Loader loader,
      RepresentationData.Listener listener) {
    this.presentation = presentation;
    this.playlists = playlists;
    this.loader = loader;
    this.listener = listener;
  }

  /** The presentation has been refreshed. */
  void refresh(Presentation refreshed) {
    presentation = refreshed;
  }

  /** What is kept of a Representation, from now on if nothing is yet. */
  RepresentationData of(int periodIndex, Representation representation) {
    String key = periodIndex + "/" + representation.id();
    RepresentationData data = dataByKey.get(key);
    if (data == null) {
      data =
          new RepresentationData(
              periodIndex,
              representation,
              presentation.periods().get(periodIndex),
              playlists,
              loader,
              listener);
      dataByKey.put(key, data);
    }
    return data;
  }

  /** Ends the requests for all Representations but one. */
  void cancelAllBut(@Nullable RepresentationData kept) {
    for (RepresentationData data : dataByKey.values()) {
      if (data != kept) {
        data.cancel();
      }
    }
  }
}
