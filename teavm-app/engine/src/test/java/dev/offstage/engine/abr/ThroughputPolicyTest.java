package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.engine.abr.QualityPolicy.Memory;
import dev.offstage.engine.abr.QualityPolicy.Progress;
import org.junit.jupiter.api.Test;

class ThroughputPolicyTest {
  private final QualityPolicy policy = new ThroughputPolicy();

  @Test
  void highestQualityWithinTheBudget_isChosen() {
    assertEquals(0, choose(Situations.at(990_000)));
    assertEquals(1, choose(Situations.at(1_010_000)));
    assertEquals(1, choose(Situations.at(2_770_000)));
    assertEquals(2, choose(Situations.at(2_790_000)));
  }

  @Test
  void tooLittleForAnything_isTheLowest() {
    assertEquals(0, choose(Situations.at(10_000)));
    assertEquals(0, choose(Situations.at(0)));
  }

  @Test
  void lowBuffer_takesASegmentThatItSurvives() {
    assertEquals(2, choose(Situations.at(3_000_000).buffered(4)));
    assertEquals(1, choose(Situations.at(3_000_000).buffered(3)));
    assertEquals(0, choose(Situations.at(3_000_000).buffered(1)));
  }

  @Test
  void segmentThatTakesTooLong_isGivenUpForOneThatDoesNot() {
    // 5 Mbit, of which 0.5 have come in a second: nine more to go.
    assertEquals(0, policy.abandon(Situations.at(0).get(), slow(), Memory.NONE));
  }

  @Test
  void segmentThatHasAlmostCome_isNotGivenUp() {
    Progress late = new Progress(2, 5_000_000, 4_800_000, 8, 0, 1, 600_000);
    assertEquals(-1, policy.abandon(Situations.at(0).get(), late, Memory.NONE));
  }

  private static Progress slow() {
    return new Progress(2, 5_000_000, 500_000, 1, 0, 1, 500_000);
  }

  private int choose(Situations situation) {
    return policy.choose(situation.get(), Memory.NONE).index();
  }
}
