package dev.offstage.engine.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tags that the page has been told of, up to a number: one that lies in several tracks, or in a
 * segment that is loaded again, is told once.
 */
final class ToldTags {
  private static final int MOST = 256;

  /** Tracks may be placed so far beside each other. */
  private static final double TOLERANCE_S = 0.2;

  private record Tag(double timeS, byte[] data) {}

  private final List<Tag> told = new ArrayList<>();
  private int oldest;

  /** Whether the tag is another than those before; from now on it is one of them. */
  boolean isNew(double timeS, byte[] data) {
    for (Tag tag : told) {
      if (Math.abs(tag.timeS - timeS) < TOLERANCE_S && Arrays.equals(tag.data, data)) {
        return false;
      }
    }
    Tag tag = new Tag(timeS, data.clone());
    if (told.size() < MOST) {
      told.add(tag);
    } else {
      told.set(oldest, tag);
      oldest = (oldest + 1) % MOST;
    }
    return true;
  }
}
