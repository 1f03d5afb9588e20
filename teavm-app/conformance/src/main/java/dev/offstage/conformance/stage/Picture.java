package dev.offstage.conformance.stage;

import dev.offstage.bindings.html.VideoElement;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** What an element shows. The test media carry the number of each frame in a strip at their top. */
final class Picture {
  private static final int CELLS = 20;
  private static final int FIRST_OF_NUMBER = 2;
  private static final int LAST_OF_NUMBER = 15;

  private Picture() {}

  /** The number of the frame that is shown; -1 if there is none or it has no strip. */
  static int frame(VideoElement video) {
    int cells = strip(video, CELLS);
    boolean synced = bit(cells, 0) == 1 && bit(cells, 1) == 0;
    int white = 0;
    for (int i = FIRST_OF_NUMBER; i < CELLS; i++) {
      white += bit(cells, i);
    }
    if (!synced || white % 2 != 0) {
      return -1;
    }
    int number = 0;
    for (int i = FIRST_OF_NUMBER; i <= LAST_OF_NUMBER; i++) {
      number = number * 2 + bit(cells, i);
    }
    return number;
  }

  private static int bit(int cells, int index) {
    return cells >>> index & 1;
  }

  /** Settles before the page is painted again. */
  @JSBody(
      script =
          "return new Promise(function(resolve) {"
              + " requestAnimationFrame(function() { resolve(null); });"
              + "});")
  static native JSPromise<JSObject> painted();

  /** The cells of the strip as bits, the first one lowest; 0 without a picture. */
  @JSBody(
      params = {"video", "count"},
      script =
          "var wide = video.videoWidth, high = video.videoHeight;"
              + "if (!wide) { return 0; }"
              + "var canvas = document.createElement('canvas');"
              + "canvas.width = wide; canvas.height = high;"
              + "var context = canvas.getContext('2d');"
              + "context.drawImage(video, 0, 0, wide, high);"
              + "var row = context.getImageData(0, Math.floor(high / 18), wide, 1).data;"
              + "var cells = 0;"
              + "for (var cell = 0; cell < count; cell++) {"
              + " var pixel = Math.floor((cell + 0.5) * wide / count);"
              + " if (row[4 * pixel] >= 128) { cells |= 1 << cell; }"
              + "}"
              + "return cells;")
  private static native int strip(VideoElement video, int count);
}
