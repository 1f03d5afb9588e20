package dev.offstage.simulator.origin;

import dev.offstage.engine.media.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a generated presentation is like. Made by {@link #ofSeconds} and changed by the {@code with}
 * methods, each of which returns another movie.
 *
 * @param periodsS the lengths of its periods, in seconds
 * @param tracks the same in each period
 * @param scheme how the segments are addressed
 * @param mediaStartS the media time at which each period starts
 * @param variability how much the sizes of segments differ from their mean: 0 not at all, 0.5 by
 *     half of it
 * @param holes stretches of the presentation without frames
 * @param seed of the sizes
 * @param absent tracks that a period does not have, such as {@code 1/audio-en}
 * @param mirrors how many places besides the first serve it, named by a {@code BaseURL} each
 */
public record Movie(
    List<Double> periodsS,
    List<Track> tracks,
    Scheme scheme,
    double mediaStartS,
    double variability,
    List<Hole> holes,
    long seed,
    int mirrors,
    Set<String> absent) {
  /**
   * A stretch without frames in the media itself.
   *
   * @param fromS on the presentation's timeline
   */
  public record Hole(MediaType type, double fromS, double toS) {}

  private static final double VIDEO_FRAME_S = 1 / 25.0;
  private static final double AUDIO_FRAME_S = 1024 / 48_000.0;

  public Movie {
    periodsS = List.copyOf(periodsS);
    tracks = List.copyOf(tracks);
    holes = List.copyOf(holes);
    absent = Set.copyOf(absent);
  }

  /** One period, no tracks yet, segments by number. */
  public static Movie ofSeconds(double durationS) {
    return new Movie(List.of(durationS), List.of(), Scheme.NUMBER, 0, 0, List.of(), 1, 0, Set.of());
  }

  /**
   * An ordinary one: three qualities of video (240p at 300, 480p at 900, 720p at 2500 kbit/s; ids
   * {@code v240} and so on) and English audio of 96 kbit/s, in segments of 2 s.
   */
  public static Movie ordinary(double durationS) {
    return ofSeconds(durationS)
        .withVideo(2, 2, 300_000, 900_000, 2_500_000)
        .withAudio("en", 2, 96_000);
  }

  /** With a video track; its qualities have the ids {@code v240}, {@code v480}, {@code v720}, … */
  public Movie withVideo(double segmentS, double gopS, int... bandwidthsBps) {
    List<Rendition> renditions = new ArrayList<>();
    for (int i = 0; i < bandwidthsBps.length; i++) {
      int height = 240 * (i + 1);
      renditions.add(new Rendition("v" + height, bandwidthsBps[i], height, "avc1.4d401f"));
    }
    return with(
        new Track("video", MediaType.VIDEO, "", "", segmentS, gopS, VIDEO_FRAME_S, renditions));
  }

  /** With an audio track; its quality has the language for its id. */
  public Movie withAudio(String language, double segmentS, int bandwidthBps) {
    return with(
        new Track(
            "audio-" + language,
            MediaType.AUDIO,
            language,
            "",
            segmentS,
            0,
            AUDIO_FRAME_S,
            List.of(new Rendition(language, bandwidthBps, 0, "mp4a.40.2"))));
  }

  /** With one more track. */
  public Movie with(Track track) {
    List<Track> more = new ArrayList<>(tracks);
    more.add(track);
    return new Movie(
        periodsS, more, scheme, mediaStartS, variability, holes, seed, mirrors, absent);
  }

  /** With periods of these lengths. */
  public Movie withPeriods(Double... lengthsS) {
    return new Movie(
        List.of(lengthsS), tracks, scheme, mediaStartS, variability, holes, seed, mirrors, absent);
  }

  /** Addressed in another way. */
  public Movie with(Scheme other) {
    return new Movie(
        periodsS, tracks, other, mediaStartS, variability, holes, seed, mirrors, absent);
  }

  /** With media times that start elsewhere, so that there is a {@code presentationTimeOffset}. */
  public Movie withMediaStart(double startS) {
    return new Movie(periodsS, tracks, scheme, startS, variability, holes, seed, mirrors, absent);
  }

  /** With sizes that differ, by a seed. */
  public Movie withVariability(double amount, long seed) {
    return new Movie(periodsS, tracks, scheme, mediaStartS, amount, holes, seed, mirrors, absent);
  }

  /** With a stretch that has no frames of a type. */
  public Movie withHole(MediaType type, double fromS, double toS) {
    List<Hole> more = new ArrayList<>(holes);
    more.add(new Hole(type, fromS, toS));
    return new Movie(
        periodsS, tracks, scheme, mediaStartS, variability, more, seed, mirrors, absent);
  }

  /** Without a track in one of its periods, counted from 0. */
  public Movie without(int period, String trackId) {
    Set<String> more = new HashSet<>(absent);
    more.add(period + "/" + trackId);
    return new Movie(
        periodsS, tracks, scheme, mediaStartS, variability, holes, seed, mirrors, more);
  }

  /** With more places that serve it; see {@link Origin#mirror}. */
  public Movie withMirrors(int count) {
    return new Movie(
        periodsS, tracks, scheme, mediaStartS, variability, holes, seed, count, absent);
  }

  /** How long it is. */
  public double durationS() {
    double sum = 0;
    for (double length : periodsS) {
      sum += length;
    }
    return sum;
  }
}
