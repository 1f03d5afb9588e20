package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.presentation.SegmentPlaylistReader;

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
  public SegmentIndex read(Bytes data, String url) {
    return index(PlaylistParser.parseMedia(data, url, imported, null));
  }

  /**
   * The segments of a playlist.
   *
   * @throws ParserException unsupported, if the player cannot play them
   */
  static SegmentIndex index(MediaPlaylist playlist) {
    if (!playlist.isComplete()) {
      throw ParserException.unsupported("live (no EXT-X-ENDLIST)", playlist.url());
    }
    if (playlist.info().iFramesOnly()) {
      throw ParserException.unsupported("key frames alone (EXT-X-I-FRAMES-ONLY)", playlist.url());
    }
    for (int i = 0; i < playlist.count(); i++) {
      if (playlist.isGap(i)) {
        continue; // nothing of it is used
      }
      if (!playlist.keys(i).isEmpty()) {
        String method = playlist.keys(i).get(0).method();
        throw ParserException.unsupported("encryption by " + method, playlist.segmentUrl(i));
      }
      if (playlist.map(i) == null) {
        throw ParserException.unsupported(
            "segments without EXT-X-MAP, such as MPEG-TS", playlist.segmentUrl(i));
      }
    }
    return new PlaylistIndex(playlist);
  }
}
