package dev.offstage.engine.player;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.stream.CodecFamily;
import dev.offstage.engine.stream.TrackSelection;
import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tracks that a session plays, and the spans of the presentation that one MediaSource can play
 * each: a MediaSource wants media in all of its buffers at every moment, so where a track begins or
 * is lacking from one period to the next, another MediaSource takes over.
 */
final class PlayedTracks {
  private Presentation presentation;
  private final TrackSelector selector;
  private final boolean typesChange;
  private @Nullable TrackSelection video;
  private @Nullable TrackSelection audio;
  private List<Span> spans;

  /** The ids of the tracks that have turned out to be empty. */
  private final List<String> missing = new ArrayList<>();

  /**
   * Chooses.
   *
   * @param choices the application's
   * @param audioLanguage preferred, BCP 47; empty for none
   * @param typesChange whether a SourceBuffer can go on with another codec
   */
  PlayedTracks(
      Presentation presentation,
      TrackSelector selector,
      Command.Choices choices,
      String audioLanguage,
      boolean typesChange) {
    this.presentation = presentation;
    this.selector = selector;
    this.typesChange = typesChange;
    video = selector.select(MediaType.VIDEO, choices.videoTrackId(), "");
    audio = selector.select(MediaType.AUDIO, choices.audioTrackId(), audioLanguage);
    spans = spans();
  }

  /** The track of a type for every period, or null where there is none at all. */
  @Nullable TrackSelection of(MediaType type) {
    return type == MediaType.VIDEO ? video : audio;
  }

  /**
   * Takes another track.
   *
   * @return false if there is none of that id
   */
  boolean select(MediaType type, String trackId) {
    TrackSelection chosen = selector.select(type, trackId, "");
    if (chosen == null || !chosen.first().id().equals(trackId)) {
      return false;
    }
    if (type == MediaType.VIDEO) {
      video = chosen;
    } else {
      audio = chosen;
    }
    spans = spans();
    return true;
  }

  /**
   * There is nothing in the sound that is played: another takes its place.
   *
   * @return its id, or null where there is no other, and none is played from now on
   */
  @Nullable String replaceSound() {
    if (audio != null) {
      missing.add(audio.first().id());
    }
    audio = null;
    for (AdaptationSet set : selector.choices(MediaType.AUDIO)) {
      if (audio == null && Lists.indexOf(missing, set.id()) < 0) {
        audio = selector.select(MediaType.AUDIO, set.id(), "");
      }
    }
    spans = spans();
    return audio == null ? null : audio.first().id();
  }

  /** The presentation has been refreshed: another one with the same periods and tracks. */
  void refresh(Presentation refreshed) {
    presentation = refreshed;
    spans = spans();
  }

  /** The presentation. */
  Presentation presentation() {
    return presentation;
  }

  /** The span that holds {@code timeS}; the first or last one beyond the ends. */
  Span spanAt(double timeS) {
    int index = spans.size() - 1;
    while (index > 0 && timeS < spans.get(index).startS()) {
      index--;
    }
    return spans.get(index);
  }

  private List<Span> spans() {
    List<Span> found = new ArrayList<>();
    List<Period> periods = presentation.periods();
    int from = 0;
    for (int i = 1; i <= periods.size(); i++) {
      if (i == periods.size() || !goesOn(from, i)) {
        found.add(
            new Span(
                from == 0 && i == periods.size()
                    ? presentation
                    : new Presentation(
                        periods.get(i - 1).endS(), Lists.part(periods, from, i), List.of()),
                within(video, from, i),
                within(audio, from, i),
                i == periods.size()));
        from = i;
      }
    }
    return found;
  }

  /** Whether one MediaSource can play on from period {@code from} into period {@code next}. */
  private boolean goesOn(int from, int next) {
    return joins(video, from, next) && joins(audio, from, next) || isEmpty(next);
  }

  private boolean isEmpty(int period) {
    return (video == null || video.inPeriod(period) == null)
        && (audio == null || audio.inPeriod(period) == null);
  }

  private boolean joins(@Nullable TrackSelection selection, int from, int next) {
    if (selection == null) {
      return true;
    }
    AdaptationSet before = selection.inPeriod(from);
    AdaptationSet after = selection.inPeriod(next);
    if (before == null || after == null) {
      return before == after;
    }
    return typesChange || Objects.equals(familyOf(before), familyOf(after));
  }

  private static String familyOf(AdaptationSet set) {
    return CodecFamily.of(set.representations().get(0).format());
  }

  private static @Nullable TrackSelection within(
      @Nullable TrackSelection selection, int from, int to) {
    return selection == null ? null : selection.between(from, to);
  }
}
