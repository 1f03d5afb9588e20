package dev.offstage.engine.abr;

/**
 * BOLA-E (Spiteri, Sitaraman, Sparacio: "From Theory to Practice: Improving Bitrate Adaptation in
 * the DASH Reference Player", 2018): BOLA that starts from the throughput. Where the buffer is
 * lower than BOLA wants it for the quality that the network carries, a placeholder makes up for it:
 * media that counts as if it were there. Placeholders go as soon as they are not needed, and the
 * insufficient buffer rule keeps them from doing harm.
 */
final class BolaEPolicy implements QualityPolicy {
  private static final double LEAST_BUFFER_S = 10;
  private static final double BUFFER_PER_QUALITY_S = 2;

  @Override
  public Choice choose(Situation situation, Memory memory) {
    Bola bola = of(situation);
    double level = situation.bufferedS();
    int sustainable = situation.sustainable(situation.bandwidthBps());
    if (!memory.started()) {
      double placeholder = Math.max(0, bola.from(sustainable) - level);
      return new Choice(
          sustainable,
          0,
          situation.measured() ? new Memory(true, placeholder, memory.byBuffer()) : memory);
    }
    double placeholder = memory.placeholderS();
    int index = bola.best(level + placeholder);
    int last = situation.lastIndex();
    if (index > last) {
      index = Math.min(index, Math.max(last, sustainable) + 1);
    }
    double excess = level + placeholder - bola.upTo(index);
    double waitS = 0;
    if (excess > 0) {
      waitS = index == situation.ladder().top() ? 0 : Math.max(0, excess - placeholder);
      placeholder = Math.max(0, placeholder - excess);
    }
    int safe = BufferSafety.highest(situation, index, situation.loadedCount() - 1);
    if (safe < index) {
      index = safe;
      waitS = 0;
      placeholder = Math.min(placeholder, Math.max(0, bola.from(index) - level));
    }
    return new Choice(index, waitS, memory.withPlaceholder(placeholder));
  }

  @Override
  public Memory loaded(Situation situation, int index, double elapsedS, Memory memory) {
    Bola bola = of(situation);
    double level = situation.bufferedS();
    double before = level + elapsedS;
    double placeholder = Math.min(memory.placeholderS(), Math.max(0, bola.upTo(index) - before));
    placeholder = Math.max(placeholder, bola.from(index) - before);
    // While the buffer is full nothing is loaded, and no choice is to follow from that.
    placeholder += Math.max(0, level - situation.goalS());
    return memory.withPlaceholder(placeholder);
  }

  @Override
  public int abandon(Situation situation, Progress progress, Memory memory) {
    double receivingS = progress.elapsedS() - progress.waitedS();
    if (progress.receivedBits() <= 0 || receivingS <= 0) {
      return -1;
    }
    // Another request costs a wait, in which this one would have come further.
    double bps = progress.receivedBits() / receivingS;
    double leftBits = progress.sizeBits() - progress.receivedBits() - progress.waitedS() * bps;
    if (leftBits <= 0) {
      return -1;
    }
    double level = Math.max(0, situation.bufferedS() + memory.placeholderS() - progress.waitedS());
    return of(situation).insteadOf(progress, leftBits, level);
  }

  @Override
  public Memory abandoned(Situation situation, int index, Memory memory) {
    double wanted = index > 0 ? of(situation).from(index) : LEAST_BUFFER_S;
    double most = Math.max(0, wanted - situation.bufferedS());
    return memory.withPlaceholder(Math.min(memory.placeholderS(), most));
  }

  private static Bola of(Situation situation) {
    Ladder ladder = situation.ladder();
    double bufferS =
        Math.max(
            LEAST_BUFFER_S + BUFFER_PER_QUALITY_S * (ladder.top() + 1),
            situation.goalS() + situation.upcoming().segmentS());
    // All utilities are one higher than the ladder's, which gamma takes in.
    double gamma = ladder.utility(ladder.top()) / (bufferS / LEAST_BUFFER_S - 1);
    return ladder.top() == 0
        ? new Bola(ladder, bufferS, 1)
        : new Bola(ladder, LEAST_BUFFER_S / gamma, gamma + 1);
  }
}
