package dev.offstage.engine.hls;

import dev.offstage.engine.testing.ArrayBytes;
import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Playlists with everything in them, as they are and damaged. */
class PlaylistFilesTest {
  static List<String> names() {
    return PlaylistFiles.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void playlist_parsed_dumpsAsKept(String name) throws IOException {
    String dump = PlaylistDump.of(PlaylistFiles.parse(PlaylistFiles.read(name)));
    Golden.assertMatches("hls/" + name + ".txt", dump);
  }

  @ParameterizedTest
  @MethodSource("names")
  void playlist_damaged_failsAsParserException(String name) {
    byte[] data = PlaylistFiles.read(name);
    Damage.truncateEverywhere(data, cut -> PlaylistDump.of(PlaylistFiles.parse(cut)));
    Damage.flip(
        data, 3000, name.hashCode(), flipped -> PlaylistDump.of(PlaylistFiles.parse(flipped)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void reload_damaged_failsAsParserException(String name) {
    byte[] data = PlaylistFiles.read(name);
    if (!(PlaylistFiles.parse(data) instanceof MediaPlaylist before)) {
      return;
    }
    Damage.flip(
        data,
        3000,
        name.hashCode(),
        flipped ->
            PlaylistDump.of(
                PlaylistParser.parseMedia(
                    new ArrayBytes(flipped), PlaylistFiles.URL, PlaylistFiles.imported(), before)));
  }
}
