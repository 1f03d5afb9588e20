package dev.offstage.engine.player;

import dev.offstage.engine.media.MediaType;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.stream.TrackSelection;
import org.jspecify.annotations.Nullable;

/**
 * Periods in a row that one MediaSource can play.
 *
 * @param presentation these periods, at their times in the whole
 * @param video what is played, an entry for each of the periods; null for no video
 * @param audio the same of the audio
 * @param isLast whether the presentation ends with it
 */
record Span(
    Presentation presentation,
    @Nullable TrackSelection video,
    @Nullable TrackSelection audio,
    boolean isLast) {
  double startS() {
    return presentation.periods().get(0).startS();
  }

  double endS() {
    return presentation.durationS();
  }

  @Nullable TrackSelection of(MediaType type) {
    return type == MediaType.VIDEO ? video : audio;
  }

  /** Whether one MediaSource can play this instead of the other: it has the same buffers. */
  boolean fits(Span other) {
    return startS() == other.startS()
        && endS() == other.endS()
        && (video == null) == (other.video == null)
        && (audio == null) == (other.audio == null);
  }
}
