package dev.offstage.engine.hls;

/** What a playlist file is: of one kind or the other, never both (RFC 8216bis, section 4.1). */
public sealed interface Playlist permits MultivariantPlaylist, MediaPlaylist {
  /** Where it came from, after redirects, absolute. */
  String url();

  /** {@code EXT-X-VERSION}, 1 where there is none. */
  int version();
}
