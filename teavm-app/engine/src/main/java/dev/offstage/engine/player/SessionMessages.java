package dev.offstage.engine.player;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Format;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.protocol.Event;
import dev.offstage.engine.stream.TrackSelection;
import dev.offstage.engine.stream.TrackStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the page in its own words what has been chosen. */
final class SessionMessages {
  private SessionMessages() {}

  static Event.Loaded loaded(
      int session,
      double durationS,
      double startTimeS,
      TrackSelector selector,
      PlayedTracks played,
      List<TrackStream> streams) {
    return new Event.Loaded(
        session,
        durationS,
        startTimeS,
        tracks(MediaType.VIDEO, selector, played),
        tracks(MediaType.AUDIO, selector, played),
        qualities(streams.get(0)));
  }

  static Event.TrackChange trackChange(
      int session, MediaType type, String id, List<TrackStream> streams) {
    return new Event.TrackChange(session, type, id, qualities(streams.get(0)));
  }

  private static List<Event.Track> tracks(
      MediaType type, TrackSelector selector, PlayedTracks played) {
    TrackSelection selection = played.of(type);
    String selectedId = selection == null ? null : selection.first().id();
    List<Event.Track> tracks = new ArrayList<>();
    for (AdaptationSet set : selector.choices(type)) {
      String role = set.roles().isEmpty() ? "" : set.roles().get(0);
      tracks.add(
          new Event.Track(
              set.id(),
              orEmpty(set.language()),
              orEmpty(set.label()),
              role,
              set.id().equals(selectedId)));
    }
    return tracks;
  }

  private static List<Event.Quality> qualities(TrackStream stream) {
    List<Event.Quality> qualities = new ArrayList<>();
    for (Representation representation : stream.selection().first().representations()) {
      Format format = representation.format();
      qualities.add(
          new Event.Quality(
              representation.id(),
              representation.bandwidthBps(),
              format.width(),
              format.height(),
              format.frameRate(),
              orEmpty(format.codecs())));
    }
    return qualities;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
