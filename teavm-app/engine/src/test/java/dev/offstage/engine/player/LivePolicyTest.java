package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LivePolicyTest {
  private static final double NOT_SAID = Double.NaN;

  /** From 100 to 160, something new every 4 s, to be played at 148. */
  private static final LivePolicy.Window WINDOW = new LivePolicy.Window(100, 160, 4, 12);

  @Test
  void start_isAtTheHoldBackUnlessSomebodySaysOtherwise() {
    assertEquals(148, LivePolicy.startS(NOT_SAID, NOT_SAID, WINDOW));
    assertEquals(120, LivePolicy.startS(NOT_SAID, 120, WINDOW));
    assertEquals(130, LivePolicy.startS(130, 120, WINDOW));
    assertEquals(140, LivePolicy.startS(-20, 120, WINDOW));
  }

  @Test
  void start_isWithinTheWindow_andNotAtItsVeryEnd() {
    assertEquals(100, LivePolicy.startS(50, NOT_SAID, WINDOW));
    assertEquals(100, LivePolicy.startS(-200, NOT_SAID, WINDOW));
    assertEquals(148, LivePolicy.startS(1_000, NOT_SAID, WINDOW));
    assertEquals(156, LivePolicy.startS(-1, NOT_SAID, WINDOW));
    assertEquals(156, LivePolicy.startS(NOT_SAID, 160, WINDOW));
  }

  @Test
  void window_shorterThanTheHoldBack_isPlayedFromItsStart() {
    LivePolicy.Window small = new LivePolicy.Window(100, 106, 4, 12);
    assertEquals(100, small.syncS());
    assertEquals(100, LivePolicy.startS(NOT_SAID, NOT_SAID, small));
    assertEquals(100, LivePolicy.rescueS(20, false, small));
  }

  @Test
  void positionBeforeTheWindow_goesALittleBehindItsStart() {
    assertEquals(104, LivePolicy.rescueS(90, false, WINDOW));
    assertEquals(104, LivePolicy.rescueS(0, true, WINDOW));
    assertEquals(NOT_SAID, LivePolicy.rescueS(99.8, false, WINDOW));
  }

  @Test
  void positionAtTheEdge_isWaitedAt_unlessTheViewerHasSoughtIt() {
    assertEquals(NOT_SAID, LivePolicy.rescueS(160, false, WINDOW));
    assertEquals(NOT_SAID, LivePolicy.rescueS(163, false, WINDOW));
    assertEquals(148, LivePolicy.rescueS(165, false, WINDOW));
    assertEquals(148, LivePolicy.rescueS(160, true, WINDOW));
    assertEquals(NOT_SAID, LivePolicy.rescueS(155, true, WINDOW));
  }

  @Test
  void silence_isLateAfterThreeUpdates_andTheEndAfterTwelveAndAMinute() {
    assertFalse(LivePolicy.isLate(11_000, 4));
    assertTrue(LivePolicy.isLate(13_000, 4));
    assertFalse(LivePolicy.isOver(59_000, 4));
    assertTrue(LivePolicy.isOver(61_000, 4));
    assertFalse(LivePolicy.isOver(100_000, 10));
    assertTrue(LivePolicy.isOver(121_000, 10));
  }
}
