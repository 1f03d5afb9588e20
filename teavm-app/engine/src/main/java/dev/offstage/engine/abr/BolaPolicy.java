package dev.offstage.engine.abr;

/**
 * BOLA: the buffer decides, and the throughput only keeps it from climbing too far at once. At both
 * ends of the presentation it works with a smaller buffer.
 */
final class BolaPolicy implements QualityPolicy {
  private static final double GAMMA = 5;
  private static final double FEWEST_SEGMENTS = 3;

  @Override
  public Choice choose(Situation situation, Memory memory) {
    if (!situation.measured()) {
      return new Choice(situation.sustainable(situation.bandwidthBps()), 0, memory);
    }
    int best = of(situation).best(situation.bufferedS());
    int last = situation.lastIndex();
    if (best > last) {
      best = Math.min(best, climb(last, situation.sustainable(situation.bandwidthBps())));
    }
    return new Choice(best, 0, memory);
  }

  /** Up to where a climb may lead: one above what the network carries. */
  private static int climb(int last, int sustainable) {
    return last > sustainable ? last : sustainable + 1;
  }

  @Override
  public int abandon(Situation situation, Progress progress, Memory memory) {
    double leftBits = progress.sizeBits() - progress.receivedBits();
    Bola bola = of(situation);
    if (progress.receivedBits() <= 0
        || leftBits <= 0
        || bola.upTo(progress.index()) < situation.bufferedS()) {
      return -1;
    }
    return bola.insteadOf(progress, leftBits, situation.bufferedS());
  }

  private static Bola of(Situation situation) {
    double segments = Math.min(situation.loadedCount(), situation.upcoming().count());
    double endsS = Math.max(segments / 2, FEWEST_SEGMENTS) * situation.upcoming().segmentS();
    double roomS = Math.min(situation.goalS(), endsS - situation.upcoming().segmentS());
    Ladder ladder = situation.ladder();
    return new Bola(ladder, roomS / (ladder.utility(ladder.top()) + GAMMA), GAMMA);
  }
}
