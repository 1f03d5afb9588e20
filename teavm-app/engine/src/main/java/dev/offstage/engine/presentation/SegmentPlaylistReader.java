package dev.offstage.engine.presentation;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.Bytes;

/** Reads the playlist that names the segments of a Representation. */
public interface SegmentPlaylistReader {
  /**
   * Reads a playlist.
   *
   * @param data all of it
   * @param url where it came from, after redirects, absolute
   * @return its segments, from the start of the period
   * @throws ParserException malformed or unsupported
   */
  SegmentIndex read(Bytes data, String url);
}
