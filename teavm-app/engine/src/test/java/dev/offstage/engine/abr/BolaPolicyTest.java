package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.abr.QualityPolicy.Memory;
import dev.offstage.engine.abr.QualityPolicy.Progress;
import org.junit.jupiter.api.Test;

class BolaPolicyTest {
  private final QualityPolicy policy = new BolaPolicy();

  @Test
  void fullerBuffer_neverChoosesALowerQuality() {
    int last = 0;
    for (double level = 0; level <= 20; level += 0.25) {
      int index = choose(Situations.at(9_000_000).buffered(level).current(last));
      assertTrue(index >= last, "at " + level);
      last = index;
    }
    assertEquals(2, last);
  }

  @Test
  void emptyBuffer_choosesTheLowest() {
    assertEquals(0, choose(Situations.at(9_000_000).buffered(0.5)));
  }

  @Test
  void climb_endsOneAboveWhatTheNetworkCarries() {
    assertEquals(1, choose(Situations.at(350_000).buffered(20).current(0)));
    assertEquals(2, choose(Situations.at(350_000).buffered(20).current(2)));
  }

  @Test
  void nothingMeasured_goesByTheAssumption() {
    assertEquals(1, choose(Situations.at(1_000_000).assumed().buffered(0)));
  }

  @Test
  void bufferRunningDry_givesUpWhatIsLarge() {
    Progress slow = new Progress(2, 5_000_000, 100_000, 3, 0, 1, 30_000);
    assertEquals(0, policy.abandon(Situations.at(1e6).buffered(1).get(), slow, Memory.NONE));
    assertEquals(-1, policy.abandon(Situations.at(1e6).buffered(20).get(), slow, Memory.NONE));
  }

  private int choose(Situations situation) {
    return policy.choose(situation.get(), Memory.NONE).index();
  }
}
