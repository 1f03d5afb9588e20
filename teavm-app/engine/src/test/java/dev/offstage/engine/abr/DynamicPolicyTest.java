package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.abr.QualityPolicy.Choice;
import dev.offstage.engine.abr.QualityPolicy.Memory;
import org.junit.jupiter.api.Test;

class DynamicPolicyTest {
  private final QualityPolicy policy = new DynamicPolicy();

  @Test
  void lowBuffer_goesByTheThroughput() {
    Choice choice = policy.choose(Situations.at(3_000_000).buffered(5).get(), Memory.NONE);
    assertEquals(2, choice.index());
    assertFalse(choice.memory().byBuffer());
  }

  @Test
  void highBuffer_goesByTheBuffer() {
    Situations high = Situations.at(700_000).buffered(19).current(1);
    Choice choice = policy.choose(high.get(), Memory.NONE);
    assertTrue(choice.memory().byBuffer());
    assertEquals(new BolaPolicy().choose(high.get(), Memory.NONE).index(), choice.index());
  }

  @Test
  void fallingBuffer_goesBackOnlyWhereTheThroughputWantsMore() {
    Memory byBuffer = new Memory(false, 0, true);
    Situations low = Situations.at(9_000_000).buffered(6);
    assertFalse(policy.choose(low.get(), byBuffer).memory().byBuffer());
    Situations poor = Situations.at(200_000).buffered(6);
    assertTrue(policy.choose(poor.get(), byBuffer).memory().byBuffer());
  }
}
