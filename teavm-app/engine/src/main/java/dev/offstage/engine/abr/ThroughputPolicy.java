package dev.offstage.engine.abr;

/**
 * The highest quality that the measured bandwidth carries with something to spare, as long as the
 * buffer would survive the download of a segment.
 */
final class ThroughputPolicy implements QualityPolicy {
  /** A segment that will take this many times its own duration is given up. */
  private static final double TOO_LONG = 1.8;

  /** Nothing is given up earlier. */
  private static final double GRACE_S = 0.5;

  @Override
  public Choice choose(Situation situation, Memory memory) {
    int index = situation.sustainable(situation.bandwidthBps() * situation.safetyFactor());
    int safe = BufferSafety.highest(situation, index, situation.loadedCount());
    return new Choice(safe, 0, memory);
  }

  @Override
  public int abandon(Situation situation, Progress progress, Memory memory) {
    double receivingS = progress.elapsedS() - progress.waitedS();
    if (progress.elapsedS() < GRACE_S || receivingS <= 0 || progress.receivedBits() <= 0) {
      return -1;
    }
    double bps = progress.receivedBits() / receivingS;
    double leftBits = progress.sizeBits() - progress.receivedBits();
    if (progress.elapsedS() + leftBits / bps <= TOO_LONG * situation.upcoming().segmentS()) {
      return -1;
    }
    int lower = situation.sustainable(bps * situation.safetyFactor());
    Ladder ladder = situation.ladder();
    double size =
        progress.sizeBits() * ladder.bitrateBps(lower) / ladder.bitrateBps(progress.index());
    return lower < progress.index() && size < leftBits ? lower : -1;
  }
}
