package dev.offstage.engine.hls;

import org.jspecify.annotations.Nullable;

/**
 * Where on the presentation's timeline a media playlist lies. A live playlist has no beginning, and
 * the numbers of segments differ from one playlist to another (RFC 8216bis, section 6.3.4), so that
 * each one is placed beside what is known already: by date, or by number where that makes sense, or
 * by its end, for all are made at the same time.
 *
 * @param shiftS what to add to the playlist's own times
 * @param timelineBase what to add to its discontinuity sequence numbers
 * @param resets how often the numbering of its segments has begun anew
 * @param wasLive whether there have been segments before or may be more
 */
record PlaylistPlace(double shiftS, int timelineBase, int resets, boolean wasLive) {
  /**
   * Where numbers are the same by chance, the ends are further apart than so many target durations:
   * more than one may not have come since the other playlist was loaded.
   */
  private static final double NEAR_TARGETS = 1.5;

  /** The place of the first playlist: its first segment begins at 0. */
  static PlaylistPlace first(MediaPlaylist playlist) {
    return new PlaylistPlace(-playlist.startS(), 0, 0, !playlist.isComplete());
  }

  /** The place of a playlist that belongs to the same presentation as another. */
  static PlaylistPlace beside(MediaPlaylist playlist, PlaylistIndex other) {
    if (!other.place.wasLive) {
      return first(playlist); // of what is complete all begin at the same time
    }
    return new PlaylistPlace(
        shiftBeside(playlist, other), other.place.timelineBase, other.place.resets, true);
  }

  /**
   * The place of a playlist that has been loaded again.
   *
   * @param other what is known of another playlist, or null
   * @return null for one that is older than the one before: there is a server that lags behind
   */
  static @Nullable PlaylistPlace after(
      MediaPlaylist playlist, PlaylistIndex before, @Nullable PlaylistIndex other) {
    MediaPlaylist old = before.playlist;
    if (playlist.count() == 0 || old.count() == 0) {
      return before.place;
    }
    double removed = playlist.mediaSequence(0) - old.mediaSequence(0);
    double added = removed + playlist.count() - old.count();
    if (removed >= 0 && added >= 0 && removed <= old.count() + SegmentList.MOST_MISSED) {
      return goneOn(playlist, before, removed);
    }
    double common = Math.max(0, -removed);
    boolean overlaps = common < playlist.count() && common + removed < old.count();
    if (overlaps && isSame(playlist, (int) common, old, (int) (common + removed))) {
      return added <= 0 ? null : before.place.shifted(shiftBy(playlist, (int) common, before));
    }
    if (other != null && other.place.resets > before.place.resets) {
      return beside(playlist, other);
    }
    double byDateS = before.timeAtS(playlist.programDateTimeMs(0));
    double endS = other == null ? before.endS() : Math.max(before.endS(), other.endS());
    double startS = byDateS > before.endS() ? byDateS : endS;
    int nextTimeline = before.timeline(old.count() - 1) + 1;
    return new PlaylistPlace(
        startS - playlist.startS(),
        nextTimeline - playlist.discontinuity(0),
        before.place.resets + 1,
        true);
  }

  PlaylistPlace shifted(double byS) {
    return new PlaylistPlace(shiftS + byS, timelineBase, resets, wasLive);
  }

  /** Segments were added at the end and removed at the start, as it should be. */
  private static PlaylistPlace goneOn(
      MediaPlaylist playlist, PlaylistIndex before, double removed) {
    PlaylistPlace place = before.place;
    if (removed < before.count()) {
      // Some servers forget how many discontinuities they have removed.
      int base = before.timeline((int) removed) - playlist.discontinuity(0);
      return base == place.timelineBase
          ? place
          : new PlaylistPlace(place.shiftS, base, place.resets, true);
    }
    double byDateS = before.timeAtS(playlist.programDateTimeMs(0));
    return byDateS > before.endS() - 1
        ? place.shifted(byDateS - playlist.startS() - place.shiftS)
        : place;
  }

  private static double shiftBeside(MediaPlaylist playlist, PlaylistIndex other) {
    double byEndS = other.endS() - playlist.endS();
    if (playlist.count() == 0 || other.count() == 0) {
      return byEndS;
    }
    double byDateS = other.timeAtS(playlist.programDateTimeMs(0)) - playlist.startS();
    if (!Double.isNaN(byDateS)) {
      return byDateS;
    }
    double ahead = playlist.mediaSequence(0) - other.playlist.mediaSequence(0);
    int position = (int) Math.max(0, -ahead);
    if (position < playlist.count() && position + ahead < other.count()) {
      double byNumberS = other.startS((int) (position + ahead)) - playlist.startS(position);
      if (Math.abs(byNumberS - byEndS) < NEAR_TARGETS * playlist.info().targetDurationS()) {
        return byNumberS;
      }
    }
    return byEndS;
  }

  /** How much later a segment has to be to lie where it was before. */
  private static double shiftBy(MediaPlaylist playlist, int position, PlaylistIndex before) {
    double number = playlist.mediaSequence(position) - before.playlist.mediaSequence(0);
    return before.startS((int) number) - playlist.startS(position) - before.place.shiftS;
  }

  private static boolean isSame(MediaPlaylist one, int position, MediaPlaylist other, int its) {
    double dateMs = one.programDateTimeMs(position);
    double otherMs = other.programDateTimeMs(its);
    return Double.isNaN(dateMs) || Double.isNaN(otherMs)
        ? path(one.segmentUrl(position)).equals(path(other.segmentUrl(its)))
        : Math.abs(dateMs - otherMs) < 1_000;
  }

  /** Without the query, which may be another each time. */
  static String path(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }
}
