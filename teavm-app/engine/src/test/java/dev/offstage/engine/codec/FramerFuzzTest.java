package dev.offstage.engine.codec;

import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.FoundByFuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzz target on what once found something, and on a little damage of its own. */
class FramerFuzzTest {
  @Test
  void inputs_thatFoundSomething_areFine() throws IOException {
    FoundByFuzzing.feed("framers", FramerFuzz::fuzzerTestOneInput);
  }

  @ParameterizedTest
  @CsvSource({"packed.aac, 0", "packed.mp3, 1", "packed.ac3, 2", "packed.aac, 6"})
  void fixture_damaged_isFine(String name, int kind) throws IOException {
    byte[] media = Files.readAllBytes(Path.of("src", "test", "resources", "ts", name));
    byte[] input = new byte[Math.min(media.length, 3000) + 2];
    System.arraycopy(media, 0, input, 2, input.length - 2);
    input[0] = (byte) kind;
    input[1] = 37;
    FramerFuzz.fuzzerTestOneInput(input);
    Damage.flip(input, 2000, 13818, FramerFuzz::fuzzerTestOneInput);
  }
}
