package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.middleOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.offstage.e2e.page.Frame;
import dev.offstage.e2e.page.PlayerPage;
import java.util.List;
import java.util.Map;

/**
 * Whether a stream of the test media shows the right frame after start and seeks, and at its end.
 */
final class FrameExactness {
  /** Little is held, so that each seek leads out of the buffer. */
  static final Map<String, ?> SMALL_BUFFER = Map.of("buffer", Map.of("ahead", 3, "behind", 1));

  private FrameExactness() {}

  /**
   * Loads a stream and looks.
   *
   * @param path on the server
   * @param firstFrame the number of the first frame there is
   * @param frames the number after the last one
   */
  static void check(PlayerPage page, String path, int firstFrame, int frames) {
    page.createOnce(SMALL_BUFFER).load(path);
    page.awaitFrame(firstFrame);
    assertFalse(page.buffered().isEmpty());
    // Within a segment, its last frame, its first frame, and backwards.
    for (int number : List.of(frames - 83, frames - 51, frames - 50, 60)) {
      page.seek(middleOf(number));
      page.awaitFrame(number);
    }
    page.seek((frames - 8) / 25.0);
    page.play();
    page.waitForEnded();
    page.awaitLastFrame(frames - 1, middleOf(frames - 1));
    assertEquals(List.of(), page.errors());
  }

  /**
   * Looks at the edges of three clips of 4 s, of other sizes, tones and clocks: what is before an
   * edge must not reach over it, nor what is behind.
   */
  static void checkEdges(PlayerPage page) {
    page.pause();
    for (int number : List.of(99, 100, 199)) {
      page.seek(middleOf(number));
      assertEquals(new Frame(true, number, number / 100), page.awaitFrame(number));
    }
    page.seek(7.7);
    page.play();
    page.waitForTime(8.3);
    page.pause();
    assertEquals(2, page.frame().rendition());
  }
}
