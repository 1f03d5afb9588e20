package dev.offstage.e2e.benchmark;

/** The streams that are played. */
final class Streams {
  /** Video of 480 lines at 1 Mbit/s in segments of 2 s, with one audio track. */
  static final String VIDEO_AND_AUDIO = "/media/ladder/480p.mpd";

  /** The same video alone. */
  static final String VIDEO_ALONE = "/media/ladder/480p-video.mpd";

  /** The same and two more qualities, from the lowest one on. */
  static final String LADDER_DASH = "/media/ladder/manifest.mpd";

  /** The same media as HLS. */
  static final String LADDER_HLS = "/media/hls/ladder.m3u8";

  private Streams() {}
}
