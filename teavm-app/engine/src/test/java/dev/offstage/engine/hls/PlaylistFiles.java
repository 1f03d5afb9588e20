package dev.offstage.engine.hls;

import dev.offstage.engine.testing.ArrayBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The playlists in {@code src/test/resources/hls}. */
final class PlaylistFiles {
  static final String URL = "https://cdn.test/a/b/playlist.m3u8?token=a%20b+c%FF&x=";

  private static final Path ROOT = Path.of("src", "test", "resources", "hls");

  private PlaylistFiles() {}

  static List<String> names() {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(String name) {
    try {
      return Files.readAllBytes(ROOT.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a multivariant playlist defines for the others to import. */
  static Variables imported() {
    String text =
        "#EXTM3U\n#EXT-X-DEFINE:NAME=\"cdn\",VALUE=\"//cdn2.test/\"\n"
            + "#EXT-X-STREAM-INF:BANDWIDTH=1\na\n";
    Playlist playlist = PlaylistParser.parse(new ArrayBytes(text.getBytes()), URL);
    return ((MultivariantPlaylist) playlist).header().variables();
  }

  /** A playlist of either kind. */
  static Playlist parse(byte[] data) {
    ArrayBytes bytes = new ArrayBytes(data);
    return new String(data).contains("IMPORT")
        ? PlaylistParser.parseMedia(bytes, URL, imported(), null)
        : PlaylistParser.parse(bytes, URL);
  }
}
