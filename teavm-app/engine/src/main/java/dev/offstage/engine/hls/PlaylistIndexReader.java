package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.presentation.SegmentPlaylistReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a segment index of a media playlist, if the player can play what it names. */
final class PlaylistIndexReader implements SegmentPlaylistReader {
  private final Variables imported;

  /**
   * @param imported what the multivariant playlist defines
   */
  PlaylistIndexReader(Variables imported) {
    this.imported = imported;
  }

  @Override
  public SegmentIndex read(
      Bytes data, String url, @Nullable SegmentIndex before, @Nullable SegmentIndex other) {
    PlaylistIndex known = (PlaylistIndex) before;
    PlaylistIndex beside = (PlaylistIndex) other;
    MediaPlaylist playlist =
        PlaylistParser.parseMedia(data, url, imported, known == null ? null : known.playlist);
    if (known == null) {
      check(playlist, 0);
      return new PlaylistIndex(
          playlist,
          beside == null ? PlaylistPlace.first(playlist) : PlaylistPlace.beside(playlist, beside));
    }
    if (isUnchanged(playlist, known.playlist)) {
      return known;
    }
    PlaylistPlace place = PlaylistPlace.after(playlist, known, beside);
    if (place == null) {
      return known;
    }
    double added = known.playlist.mediaSequence(known.count()) - playlist.mediaSequence(0);
    check(playlist, place.resets() == known.place.resets() ? (int) Math.max(0, added) : 0);
    return new PlaylistIndex(playlist, place);
  }

  /**
   * The segments of the playlist that is loaded first.
   *
   * @throws ParserException unsupported, if the player cannot play them
   */
  static PlaylistIndex index(MediaPlaylist playlist) {
    check(playlist, 0);
    return new PlaylistIndex(playlist, PlaylistPlace.first(playlist));
  }

  private static boolean isUnchanged(MediaPlaylist playlist, MediaPlaylist before) {
    return playlist.count() == before.count()
        && playlist.info().mediaSequence() == before.info().mediaSequence()
        && playlist.isComplete() == before.isComplete()
        && playlist.lastLine.equals(before.lastLine)
        && areSame(playlist.info().dateRanges(), before.info().dateRanges());
  }

  private static boolean areSame(List<DateRangeTag> ranges, List<DateRangeTag> before) {
    boolean same = ranges.size() == before.size();
    for (int i = 0; same && i < ranges.size(); i++) {
      same = ranges.get(i).range().isSameAs(before.get(i).range());
    }
    return same;
  }

  /** Whether the player can play what has been added from a position on. */
  private static void check(MediaPlaylist playlist, int from) {
    if (playlist.info().iFramesOnly()) {
      throw ParserException.unsupported("key frames alone (EXT-X-I-FRAMES-ONLY)", playlist.url());
    }
    MediaMap knownMap = null;
    List<Key> knownKeys = List.of();
    for (int i = from; i < playlist.count(); i++) {
      if (playlist.isGap(i)) {
        continue; // nothing of it is used
      }
      MediaMap map = playlist.map(i);
      List<Key> keys = playlist.keys(i);
      if (keys != knownKeys) {
        Encryptions.of(keys, playlist.mediaSequence(i), playlist.segmentUrl(i));
        knownKeys = keys;
      }
      if (map != knownMap && map != null) {
        Encryptions.of(map.keys(), Double.NaN, map.url());
        knownMap = map;
      }
    }
  }
}
