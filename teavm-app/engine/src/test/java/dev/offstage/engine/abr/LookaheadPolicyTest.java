package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.abr.QualityPolicy.Memory;
import dev.offstage.engine.abr.QualityPolicy.Progress;
import org.junit.jupiter.api.Test;

class LookaheadPolicyTest {
  private final QualityPolicy policy = new LookaheadPolicy();

  @Test
  void steadyLine_isUsed() {
    assertEquals(2, choose(steady(6_000_000)));
    assertEquals(1, choose(steady(1_300_000)));
    assertEquals(0, choose(steady(350_000)));
  }

  @Test
  void moreBandwidth_neverChoosesALowerQuality() {
    int last = 0;
    for (double bps = 100_000; bps < 1e7; bps *= 1.2) {
      int index = choose(steady(bps));
      assertTrue(index >= last, "at " + bps);
      last = index;
    }
  }

  @Test
  void emptyBuffer_onALineThatVaries_takesWhatComesInTime() {
    Situations varying =
        Situations.at(2_000_000).recent(2e6, 5e5, 4e6, 8e5, 3e6, 6e5, 2e6).buffered(0.5);
    assertEquals(0, choose(varying));
    assertTrue(choose(varying.buffered(20)) > 0);
  }

  @Test
  void fall_isBelievedAtOnce() {
    double[] recent = {400_000, 6e6, 6e6, 6e6, 6e6, 6e6};
    assertEquals(0, choose(Situations.at(4e6).recent(recent).buffered(6).current(2)));
  }

  @Test
  void nothingMeasured_goesByTheAssumption() {
    assertEquals(1, choose(Situations.at(1_010_000).assumed().buffered(0)));
    assertEquals(0, choose(Situations.at(990_000).assumed().buffered(0)));
  }

  @Test
  void lineGoneBad_givesUpALargeSegment_thoughItBeganWell() {
    // 4 of 10 Mbit came at once; since then the line hardly moves.
    Progress bad = new Progress(2, 10_000_000, 4_000_000, 4, 0.1, 2, 200_000);
    Situations situation = Situations.at(4_000_000).buffered(8).current(2);
    int instead = policy.abandon(situation.get(), bad, Memory.NONE);
    assertEquals(0, instead);
  }

  @Test
  void segmentThatComesInTime_isNotGivenUp() {
    Progress good = new Progress(2, 5_000_000, 2_000_000, 2, 0.1, 2, 2_000_000);
    assertEquals(-1, policy.abandon(Situations.at(1e6).buffered(8).get(), good, Memory.NONE));
  }

  @Test
  void endlessBuffer_isLookedAtNoFurtherThanItMatters() {
    Situations endless =
        new Situations(
            new int[] {300_000, 900_000, 2_500_000},
            3e6,
            true,
            new double[] {3e6},
            500,
            Double.POSITIVE_INFINITY,
            2,
            50);
    assertEquals(2, choose(endless));
  }

  private static Situations steady(double bps) {
    return Situations.at(bps).recent(bps, bps, bps, bps, bps, bps, bps, bps, bps, bps).buffered(12);
  }

  private int choose(Situations situation) {
    return policy.choose(situation.get(), Memory.NONE).index();
  }
}
