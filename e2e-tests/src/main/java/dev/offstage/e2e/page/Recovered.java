package dev.offstage.e2e.page;

import java.util.Map;

/**
 * A lost worker has been replaced.
 *
 * @param code of the error that tells how it was lost
 * @param position where playback goes on, in seconds
 * @param duration seconds from the loss' discovery until the element could play again
 */
public record Recovered(int code, double position, double duration) {
  static Recovered of(Map<String, Object> plain) {
    return new Recovered(
        Json.integer(plain.get("code")),
        Json.number(plain.get("position")),
        Json.number(plain.get("duration")));
  }
}
