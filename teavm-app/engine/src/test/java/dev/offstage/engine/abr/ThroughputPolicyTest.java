package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThroughputPolicyTest {
  private static final int[] LADDER = {300_000, 900_000, 2_500_000};

  @Test
  void highestQualityWithinTheBudget_isChosen() {
    assertEquals(0, choose(1_000_000, 0.8, 0));
    assertEquals(1, choose(1_125_000, 0.8, 0));
    assertEquals(1, choose(3_000_000, 0.8, 0));
    assertEquals(2, choose(3_125_000, 0.8, 0));
  }

  @Test
  void whatOtherTracksNeed_isLeftToThem() {
    assertEquals(2, choose(3_200_000, 0.8, 0));
    assertEquals(1, choose(3_200_000, 0.8, 96_000));
  }

  @Test
  void tooLittleForAnything_isTheLowest() {
    assertEquals(0, choose(10_000, 0.8, 96_000));
    assertEquals(0, choose(0, 0.8, 0));
  }

  private static int choose(double bandwidthBps, double safetyFactor, double reservedBps) {
    return new ThroughputPolicy()
        .choose(
            new QualityPolicy.Situation(LADDER, bandwidthBps, safetyFactor, reservedBps, 10, -1));
  }
}
