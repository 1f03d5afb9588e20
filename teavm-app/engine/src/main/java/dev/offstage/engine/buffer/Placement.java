package dev.offstage.engine.buffer;

/**
 * Where appended media goes on the element's timeline.
 *
 * @param timestampOffsetS added to the media's own timestamps
 * @param windowStartS frames before it are dropped
 * @param windowEndS frames that reach behind it are dropped; may be infinite
 */
public record Placement(double timestampOffsetS, double windowStartS, double windowEndS) {
  /** The same window for media whose timestamps are to be moved by so much more. */
  public Placement shifted(double moreS) {
    return moreS == 0 ? this : new Placement(timestampOffsetS + moreS, windowStartS, windowEndS);
  }
}
