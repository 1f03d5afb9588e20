package dev.offstage.simulator.element;

/**
 * Frames that follow each other without a break: a group of pictures, or a stretch of audio.
 *
 * @param startS the first frame's time on the presentation's timeline
 * @param endS where the last one ends
 * @param frameS how long a frame is
 * @param independent whether each frame is a random access point, and not the first one alone
 * @param source what it is of, for messages
 * @param bytesPerS how much room it takes
 */
record Block(
    double startS,
    double endS,
    double frameS,
    boolean independent,
    String source,
    double bytesPerS) {
  /** Times are sums of frames; this much is rounding. */
  private static final double ROUNDING_FRAMES = 1e-4;

  double bytes() {
    return (endS - startS) * bytesPerS;
  }

  boolean isEmpty() {
    return endS - startS < frameS * ROUNDING_FRAMES;
  }

  /** When the first frame starts that does so at {@code timeS} or later. */
  double frameFrom(double timeS) {
    double frames = Math.ceil((timeS - startS) / frameS - ROUNDING_FRAMES);
    return startS + Math.max(0, frames) * frameS;
  }

  /** The frames that start before {@code timeS}. */
  Block before(double timeS) {
    return withTimes(startS, Math.min(endS, frameFrom(timeS)));
  }

  /** The frames that start at {@code timeS} or later, as far as they can be decoded then. */
  Block from(double timeS) {
    double first = frameFrom(timeS);
    if (first <= startS) {
      return this;
    }
    return withTimes(independent ? Math.min(first, endS) : endS, endS);
  }

  /** The frames that end by {@code timeS}. */
  Block endingBy(double timeS) {
    if (endS <= timeS + frameS * ROUNDING_FRAMES) {
      return this;
    }
    double frames = Math.floor((timeS - startS) / frameS + ROUNDING_FRAMES);
    return withTimes(startS, startS + Math.max(0, frames) * frameS);
  }

  private Block withTimes(double start, double end) {
    return new Block(start, end, frameS, independent, source, bytesPerS);
  }
}
