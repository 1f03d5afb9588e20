package dev.offstage.engine.abr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the quality of the next segment. Without side effects: what a policy has to remember from
 * one segment to the next is a value that it is given and gives back.
 */
public interface QualityPolicy {
  /**
   * What a choice is made from.
   *
   * @param ladder the qualities on offer
   * @param bandwidthBps what the network gives to this track; infinite where nobody knows
   * @param latencyS from a request to the first byte of its answer
   * @param measured whether bandwidth and latency are measured, as opposed to assumed
   * @param recentBps the last measurements of the bandwidth, the newest first
   * @param safetyFactor the part of the bandwidth that media may use
   * @param bufferedS seconds of media ahead of the playhead
   * @param goalS with less than this ahead, more is loaded
   * @param currentIndex the quality loaded last, or -1 at the start
   * @param loadedCount how many segments have been loaded since the start or the last seek
   * @param upcoming what comes next
   */
  record Situation(
      Ladder ladder,
      double bandwidthBps,
      double latencyS,
      boolean measured,
      double[] recentBps,
      double safetyFactor,
      double bufferedS,
      double goalS,
      int currentIndex,
      int loadedCount,
      Upcoming upcoming) {

    /** The quality loaded last; the lowest at the start. */
    int lastIndex() {
      return Math.min(Math.max(0, currentIndex), ladder.top());
    }

    /** The highest quality whose segments come no slower than they play, of so much bandwidth. */
    int sustainable(double bps) {
      double segmentS = upcoming.segmentS();
      return ladder.within(bps * (segmentS - latencyS) / segmentS);
    }
  }

  /** The segments to come, as far as they are known. */
  interface Upcoming {
    /** How long the next segment is, in seconds. */
    double segmentS();

    /** How many segments there are up to the end, the next included; large where nobody knows. */
    int count();

    /**
     * How large a segment is.
     *
     * @param index the quality
     * @param ahead 0 for the next segment, 1 for the one after it
     * @return bits; an estimate where only other qualities or the bit rate are known
     */
    double sizeBits(int index, int ahead);
  }

  /**
   * What policies remember.
   *
   * @param started whether a choice has been made from measurements
   * @param placeholderS seconds of media that count as if they were buffered
   * @param byBuffer whether the buffer decides, as opposed to the throughput
   */
  record Memory(boolean started, double placeholderS, boolean byBuffer) {
    /** Nothing to remember: at the start, and after a seek. */
    public static final Memory NONE = new Memory(false, 0, false);

    Memory withPlaceholder(double seconds) {
      return new Memory(started, seconds, byBuffer);
    }
  }

  /**
   * A choice.
   *
   * @param index the quality to load next
   * @param waitS how long to wait before; then ask again
   * @param memory to be remembered if the segment is loaded now
   */
  record Choice(int index, double waitS, Memory memory) {}

  /**
   * A segment on its way.
   *
   * @param index its quality
   * @param sizeBits how large it is, or will be by estimate
   * @param receivedBits how much of it has come
   * @param elapsedS since it was requested
   * @param waitedS of these, until its first byte came
   * @param lateS how long a time of late is looked at apart
   * @param lateBits what has come in it
   */
  record Progress(
      int index,
      double sizeBits,
      double receivedBits,
      double elapsedS,
      double waitedS,
      double lateS,
      double lateBits) {}

  /**
   * A segment that is in the buffer, and could be loaded again.
   *
   * @param index its quality
   * @param aheadS how long it is until it plays
   * @param upcoming it and the segments behind it
   */
  record Buffered(int index, double aheadS, Upcoming upcoming) {}

  /**
   * What to load again.
   *
   * @param segment which of the segments
   * @param index in which quality
   */
  record Again(int segment, int index) {}

  /** Which quality to load next. */
  Choice choose(Situation situation, Memory memory);

  /**
   * What to remember when a segment has come.
   *
   * @param situation with the segment in the buffer
   * @param index its quality
   * @param elapsedS how long it took
   */
  default Memory loaded(Situation situation, int index, double elapsedS, Memory memory) {
    return memory;
  }

  /**
   * Whether to give up a segment that is on its way.
   *
   * @return the lower quality to load instead, or -1 to go on
   */
  default int abandon(Situation situation, Progress progress, Memory memory) {
    return -1;
  }

  /** What to remember when a segment has been given up for one of quality {@code index}. */
  default Memory abandoned(Situation situation, int index, Memory memory) {
    return memory;
  }

  /**
   * Whether to load a buffered segment again, in a higher quality, before what comes next.
   *
   * @param situation as for {@link #choose}; with a full buffer, too
   * @param segments in the order in which they play
   * @return null to leave them as they are
   */
  default @Nullable Again again(Situation situation, List<Buffered> segments) {
    return null;
  }

  /** Whether to stop loading a segment again. What is in the buffer of it plays then. */
  default boolean stopAgain(Situation situation, Buffered segment, Progress progress) {
    return true;
  }
}
