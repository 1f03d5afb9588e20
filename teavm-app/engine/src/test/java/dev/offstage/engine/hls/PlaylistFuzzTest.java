package dev.offstage.engine.hls;

import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.FoundByFuzzing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzz target on what once found something, and on a little damage of its own. */
class PlaylistFuzzTest {
  static List<String> names() {
    return PlaylistFiles.names();
  }

  @Test
  void inputs_thatFoundSomething_areFine() throws IOException {
    FoundByFuzzing.feed("hls", PlaylistFuzz::fuzzerTestOneInput);
  }

  @ParameterizedTest
  @MethodSource("names")
  void playlist_andItsReload_damaged_areFine(String name) throws IOException {
    byte[] playlist = PlaylistFiles.read(name);
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.write(playlist);
    twice.write(0);
    twice.write(playlist);
    Damage.flip(twice.toByteArray(), 1000, 8216, PlaylistFuzz::fuzzerTestOneInput);
  }
}
