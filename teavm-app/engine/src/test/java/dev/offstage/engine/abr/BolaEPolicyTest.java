package dev.offstage.engine.abr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.abr.QualityPolicy.Choice;
import dev.offstage.engine.abr.QualityPolicy.Memory;
import org.junit.jupiter.api.Test;

class BolaEPolicyTest {
  private final QualityPolicy policy = new BolaEPolicy();

  @Test
  void firstMeasuredChoice_isWhatTheNetworkCarries_howeverLowTheBuffer() {
    Choice choice = policy.choose(Situations.at(3_000_000).buffered(2).get(), Memory.NONE);
    assertEquals(2, choice.index());
    assertTrue(choice.memory().started());
    assertTrue(choice.memory().placeholderS() > 0, "the buffer alone would not say so");
  }

  @Test
  void assumption_isNotRemembered() {
    Choice choice = policy.choose(Situations.at(3_000_000).assumed().get(), Memory.NONE);
    assertFalse(choice.memory().started());
  }

  @Test
  void placeholder_holdsTheQualityWhileTheBufferFills() {
    Memory memory = policy.choose(Situations.at(3_000_000).buffered(4).get(), Memory.NONE).memory();
    Situations next = Situations.at(3_000_000).buffered(4.1).current(2);
    assertEquals(2, policy.choose(next.get(), memory).index());
    assertEquals(0, policy.choose(next.get(), memory.withPlaceholder(0)).index());
  }

  @Test
  void insufficientBuffer_overrulesThePlaceholder() {
    Memory memory = new Memory(true, 20, false);
    Choice choice = policy.choose(Situations.at(3_000_000).buffered(0.5).current(2).get(), memory);
    assertEquals(0, choice.index());
    assertTrue(choice.memory().placeholderS() < 20);
  }

  @Test
  void choosing_changesNothing() {
    Situations situation = Situations.at(3_000_000).current(1);
    Memory memory = new Memory(true, 3, false);
    Choice first = policy.choose(situation.get(), memory);
    assertEquals(first, policy.choose(situation.get(), memory));
  }

  @Test
  void waitForAFullBuffer_countsAsBuffered() {
    Memory before = new Memory(true, 0, false);
    Memory after = policy.loaded(Situations.at(3_000_000).buffered(22).get(), 0, 1, before);
    assertEquals(2, after.placeholderS(), 1e-9);
  }

  @Test
  void givenUpSegment_takesThePlaceholderWithIt() {
    Memory after =
        policy.abandoned(Situations.at(1e6).buffered(8).get(), 0, new Memory(true, 15, false));
    assertEquals(2, after.placeholderS(), 1e-9);
  }
}
