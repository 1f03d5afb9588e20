package dev.offstage.engine.hls;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offstage.engine.testing.Damage;
import dev.offstage.engine.testing.FoundByFuzzing;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The fuzz target on what once found something, and on a little damage of its own. */
class LiveFuzzTest {
  private static String window(int first, int end) {
    StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:4\n");
    text.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append('\n');
    for (int i = first; i < end; i++) {
      text.append("#EXTINF:4,\ns").append(i).append(".ts\n");
    }
    return text.toString();
  }

  @Test
  void inputs_thatFoundSomething_areFine() throws IOException {
    FoundByFuzzing.feed("live", LiveFuzz::fuzzerTestOneInput);
  }

  @Test
  void windows_thatMoveAndBeginAnew_damaged_areFine() {
    String text =
        "0"
            + window(5, 11)
            + "\0"
            + "1"
            + window(6, 12)
            + "\0"
            + "0"
            + window(7, 13)
            + "\0"
            + "0"
            + window(0, 4);
    Damage.flip(text.getBytes(UTF_8), 5000, 8216, LiveFuzz::fuzzerTestOneInput);
  }
}
