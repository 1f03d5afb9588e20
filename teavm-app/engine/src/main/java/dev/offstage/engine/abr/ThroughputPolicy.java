package dev.offstage.engine.abr;

/** The highest quality that the measured bandwidth carries with something to spare. */
public final class ThroughputPolicy implements QualityPolicy {
  @Override
  public int choose(Situation situation) {
    double budgetBps =
        situation.bandwidthBps() * situation.safetyFactor() - situation.reservedBps();
    int index = situation.bitratesBps().length - 1;
    while (index > 0 && situation.bitratesBps()[index] > budgetBps) {
      index--;
    }
    return index;
  }
}
