package dev.offstage.engine.container;

import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.FoundByFuzzing;
import dev.offstage.engine.testing.MediaFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzz target on what once found something, and on a little damage of its own. */
class HeaderFuzzTest {
  @Test
  void inputs_thatFoundSomething_areFine() throws IOException {
    FoundByFuzzing.feed("headers", HeaderFuzz::fuzzerTestOneInput);
  }

  @ParameterizedTest
  @CsvSource({
    "ladder/v240/init.mp4, 0",
    "ladder/en/00002.m4s, 0",
    "codecs/mp4/av1/1.m4s, 1",
    "codecs/mp4/opus/1.m4s, 2",
    "codecs/webm/opus.webm, 3"
  })
  void fixture_damaged_isFine(String name, int kind) {
    byte[] media = MediaFiles.read(name);
    byte[] input = new byte[Math.min(media.length, 4000) + 2];
    System.arraycopy(media, 0, input, 2, input.length - 2);
    input[0] = (byte) kind;
    for (int at = 0; at < 256; at++) {
      input[1] = (byte) at;
      HeaderFuzz.fuzzerTestOneInput(input);
    }
    input[1] = 20;
    Damage.flip(input, 5000, 14496, HeaderFuzz::fuzzerTestOneInput);
  }
}
