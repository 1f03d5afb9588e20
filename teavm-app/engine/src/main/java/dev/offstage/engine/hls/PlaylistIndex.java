package dev.offstage.engine.hls;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.presentation.DateRange;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Live;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments of a media playlist, at a {@link PlaylistPlace} of the presentation. */
final class PlaylistIndex implements SegmentIndex {
  /** Where no hold-back is given, it is so many target durations (section 4.4.3.8). */
  private static final double HOLD_BACK_TARGETS = 3;

  /** A target duration is rounded, and may be 0. */
  private static final double LEAST_UPDATE_S = 0.5;

  final MediaPlaylist playlist;
  final PlaylistPlace place;

  PlaylistIndex(MediaPlaylist playlist, PlaylistPlace place) {
    this.playlist = playlist;
    this.place = place;
  }

  @Override
  public int count() {
    return playlist.count();
  }

  @Override
  public int positionAt(double timeS) {
    return playlist.positionAt(timeS - place.shiftS());
  }

  @Override
  public Segment segment(int position) {
    double startS = startS(position);
    boolean isGap = playlist.isGap(position); // then nothing more is asked of it
    MediaMap map = playlist.map(position);
    List<Key> mapKeys = map == null || isGap ? List.of() : map.keys();
    List<Key> keys = isGap ? List.of() : playlist.keys(position);
    return new Segment(
        playlist.mediaSequence(position) + place.resets(),
        startS,
        startS + playlist.durationS(position),
        Address.of(playlist.segmentUrl(position)),
        playlist.range(position),
        map == null
            ? null
            : new InitSegment(
                Address.of(map.url()), map.range(), Encryptions.of(mapKeys, Double.NaN, map.url())),
        timeline(position),
        Encryptions.of(keys, playlist.mediaSequence(position), playlist.url()),
        isGap);
  }

  double startS(int position) {
    return playlist.startS(position) + place.shiftS();
  }

  double endS() {
    return playlist.endS() + place.shiftS();
  }

  int timeline(int position) {
    return playlist.discontinuity(position) + place.timelineBase();
  }

  @Override
  public @Nullable Live live() {
    if (playlist.isComplete()) {
      return null;
    }
    double updateS = Math.max(LEAST_UPDATE_S, playlist.info().targetDurationS());
    double holdBackS = playlist.info().serverControl().holdBackS();
    return new Live(updateS, holdBackS > 0 ? holdBackS : HOLD_BACK_TARGETS * updateS);
  }

  @Override
  public double dateMsAt(double timeS) {
    if (count() == 0) {
      return Double.NaN;
    }
    int position = Math.min(positionAt(timeS), count() - 1);
    return playlist.programDateTimeMs(position) + (timeS - startS(position)) * 1_000;
  }

  @Override
  public double timeAtS(double dateMs) {
    if (count() == 0) {
      return Double.NaN;
    }
    int low = 0;
    int high = count() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (playlist.programDateTimeMs(middle) <= dateMs) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return startS(low) + (dateMs - playlist.programDateTimeMs(low)) / 1_000;
  }

  @Override
  public List<DateRange> dateRanges() {
    List<String> ids = new ArrayList<>();
    List<DateRange> ranges = new ArrayList<>();
    for (DateRangeTag tag : playlist.info().dateRanges()) {
      DateRange range = tag.range();
      int known = Lists.indexOf(ids, range.id());
      if (known < 0) {
        ids.add(range.id());
        ranges.add(range);
      } else {
        ranges.set(known, ranges.get(known).with(range));
      }
    }
    return ranges;
  }

  @Override
  public SegmentIndex shifted(double byS) {
    return new PlaylistIndex(playlist, place.shifted(byS));
  }
}
