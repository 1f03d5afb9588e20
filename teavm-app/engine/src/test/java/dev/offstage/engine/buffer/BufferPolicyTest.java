package dev.offstage.engine.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.config.BufferConfig;
import org.junit.jupiter.api.Test;

class BufferPolicyTest {
  private static final BufferConfig GOALS = new BufferConfig(20, 10);

  @Test
  void lessThanTheGoalAhead_wantsMore() {
    assertTrue(BufferPolicy.wantsMore(GOALS, 0));
    assertTrue(BufferPolicy.wantsMore(GOALS, 19.9));
    assertFalse(BufferPolicy.wantsMore(GOALS, 20));
  }

  @Test
  void oldMedia_isRemovedUpToTheGoal_oncePiecesAreWorthIt() {
    assertEquals(0, BufferPolicy.removeBehindToS(GOALS, 13, 0));
    assertEquals(0, BufferPolicy.removeBehindToS(GOALS, 14, 0));
    assertEquals(5, BufferPolicy.removeBehindToS(GOALS, 15, 0));
    assertEquals(0, BufferPolicy.removeBehindToS(GOALS, 15, 3));
  }

  @Test
  void nothingToBeKeptBehind_isRemovedAtOnce_butForWhatTheElementMayStillPlay() {
    BufferConfig none = new BufferConfig(20, 0);
    assertEquals(0, BufferPolicy.removeBehindToS(none, 0.5, 0));
    assertEquals(1, BufferPolicy.removeBehindToS(none, 1.5, 0));
  }

  @Test
  void mediaWithinTheGoalAhead_stays() {
    assertEquals(Double.POSITIVE_INFINITY, BufferPolicy.removeAheadFromS(GOALS, 100, 28, 2));
  }

  @Test
  void mediaFarAhead_isRemovedBehindTheGoalAndTwoSegments() {
    assertEquals(124, BufferPolicy.removeAheadFromS(GOALS, 100, 28.1, 2));
  }
}
