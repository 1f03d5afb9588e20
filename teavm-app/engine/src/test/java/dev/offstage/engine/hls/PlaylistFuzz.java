package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.testing.ArrayBytes;
import java.util.Arrays;

/**
 * What must hold of any text whatever: only the parse error comes out, and what comes out instead
 * can be asked everything. The method is as Jazzer looks for it; {@code src/test/media/fuzz.sh}
 * runs it for as long as one likes.
 */
public final class PlaylistFuzz {
  private static final String URL = "https://cdn.test/a/list.m3u8?token=a%20b";

  private PlaylistFuzz() {}

  /**
   * Feeds the parser.
   *
   * @param input playlists with a zero byte between them, each the reload of the one before
   */
  public static void fuzzerTestOneInput(byte[] input) {
    MediaPlaylist before = null;
    Variables variables = Variables.NONE;
    int from = 0;
    while (from < input.length) {
      int to = from;
      while (to < input.length && input[to] != 0) {
        to++;
      }
      ArrayBytes data = new ArrayBytes(Arrays.copyOfRange(input, from, to));
      from = to + 1;
      try {
        Playlist playlist = PlaylistParser.parse(data, URL);
        PlaylistDump.of(playlist);
        if (playlist instanceof MultivariantPlaylist multivariant) {
          variables = multivariant.header().variables();
          if (before != null) {
            HlsPresentation.of(multivariant).build(before, "avc1.4d400d,mp4a.40.2");
          }
        } else if (playlist instanceof MediaPlaylist media) {
          HlsPresentation.of(media).build(media, "avc1.4d400d");
        }
      } catch (ParserException expected) {
        // The one thing that may come out.
      }
      try {
        before = PlaylistParser.parseMedia(data, URL, variables, before);
        PlaylistDump.of(before);
      } catch (ParserException expected) {
        // The one thing that may come out.
      }
    }
  }
}
