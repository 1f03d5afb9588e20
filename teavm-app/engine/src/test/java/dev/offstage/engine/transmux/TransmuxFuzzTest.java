package dev.offstage.engine.transmux;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.FoundByFuzzing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fuzz target on what once found something, and on a little damage of its own. */
class TransmuxFuzzTest {
  @Test
  void inputs_thatFoundSomething_areFine() throws IOException {
    FoundByFuzzing.feed("transmux", TransmuxFuzz::fuzzerTestOneInput);
  }

  @Test
  void fixtures_damaged_areFine() {
    List<String> names = List.of("avc-aac.ts", "hevc-aac.ts", "packed.mp3", "packed.ac3");
    for (String name : names) {
      byte[] media = Oracle.read(name);
      byte[] input = new byte[Math.min(media.length, 6000) + 1];
      System.arraycopy(media, 0, input, 1, input.length - 1);
      input[0] = (byte) (name.endsWith(".ts") ? 0 : 1);
      TransmuxFuzz.fuzzerTestOneInput(input);
      assertFalse(input.length < 1000);
      Damage.flip(input, 200, 8216, TransmuxFuzz::fuzzerTestOneInput);
    }
  }
}
