package dev.offstage.engine.hls;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;

/** The segments of a media playlist that is complete. */
final class PlaylistIndex implements SegmentIndex {
  private final MediaPlaylist playlist;
  private final double originS;

  PlaylistIndex(MediaPlaylist playlist) {
    this.playlist = playlist;
    this.originS = playlist.startS();
  }

  @Override
  public int count() {
    return playlist.count();
  }

  @Override
  public int positionAt(double timeS) {
    return playlist.positionAt(timeS + originS);
  }

  @Override
  public Segment segment(int position) {
    double startS = playlist.startS(position) - originS;
    MediaMap map = playlist.map(position);
    return new Segment(
        position,
        startS,
        startS + playlist.durationS(position),
        Address.of(playlist.segmentUrl(position)),
        playlist.range(position),
        map == null ? null : new InitSegment(map.url(), map.range()),
        playlist.discontinuity(position),
        playlist.isGap(position));
  }
}
