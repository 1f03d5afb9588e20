package dev.offstage.engine.abr;

/** The throughput decides while the buffer is low, BOLA once it is high. */
final class DynamicPolicy implements QualityPolicy {
  private static final double THRESHOLD_S = 10;

  private final QualityPolicy throughput = new ThroughputPolicy();
  private final QualityPolicy bola = new BolaPolicy();

  @Override
  public Choice choose(Situation situation, Memory memory) {
    int byThroughput = throughput.choose(situation, memory).index();
    int byBuffer = bola.choose(situation, memory).index();
    boolean high = situation.bufferedS() > THRESHOLD_S;
    boolean useBola =
        memory.byBuffer() ? high || byBuffer >= byThroughput : high && byBuffer >= byThroughput;
    return new Choice(
        useBola ? byBuffer : byThroughput,
        0,
        new Memory(memory.started(), memory.placeholderS(), useBola));
  }

  @Override
  public int abandon(Situation situation, Progress progress, Memory memory) {
    return throughput.abandon(situation, progress, memory);
  }
}
