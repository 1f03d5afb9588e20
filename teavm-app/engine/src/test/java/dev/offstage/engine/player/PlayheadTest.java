package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.engine.media.TimeRanges;
import org.junit.jupiter.api.Test;

class PlayheadTest {
  private static final TimeRanges ALL = new TimeRanges(new double[] {0, 1_000});

  private final Playhead playhead = new Playhead(0, 0);

  @Test
  void moving_isCarriedOnByTheClock() {
    observe(10, 1, true, 1_000, 1_000, ALL);
    playhead.advance(17_000, ALL);
    assertEquals(26, playhead.positionS(), 1e-9);
  }

  @Test
  void rate_counts() {
    observe(10, 1.5, true, 0, 0, ALL);
    playhead.advance(4_000, ALL);
    assertEquals(16, playhead.positionS(), 1e-9);
  }

  @Test
  void observationThatComesLate_isCarriedOnFromWhenItWasMade() {
    observe(10, 1, true, 1_000, 3_500, ALL);
    assertEquals(12.5, playhead.positionS(), 1e-9);
  }

  @Test
  void observationFromTheFuture_isTakenAsNow() {
    observe(10, 1, true, 9_000, 3_500, ALL);
    assertEquals(10, playhead.positionS(), 1e-9);
    playhead.advance(4_500, ALL);
    assertEquals(11, playhead.positionS(), 1e-9);
  }

  @Test
  void standing_stays() {
    observe(10, 1, false, 0, 0, ALL);
    playhead.advance(60_000, ALL);
    assertEquals(10, playhead.positionS());
  }

  @Test
  void endOfTheBuffered_isWaitedAt_andLeftWhenThereIsMore() {
    TimeRanges little = new TimeRanges(new double[] {0, 12});
    observe(10, 1, true, 0, 0, little);
    playhead.advance(5_000, little);
    assertEquals(12, playhead.positionS(), 1e-9);
    playhead.advance(9_000, little);
    playhead.advance(9_500, ALL);
    assertEquals(12.5, playhead.positionS(), 1e-9);
  }

  @Test
  void gap_isNotCrossed() {
    TimeRanges holed = new TimeRanges(new double[] {0, 12, 13, 30});
    observe(10, 1, true, 0, 0, holed);
    playhead.advance(20_000, holed);
    assertEquals(12, playhead.positionS(), 1e-9);
  }

  @Test
  void positionWithoutMedia_isWaitedAt() {
    observe(10, 1, true, 0, 0, TimeRanges.EMPTY);
    playhead.advance(20_000, TimeRanges.EMPTY);
    assertEquals(10, playhead.positionS());
  }

  @Test
  void clockThatStandsStill_changesNothing() {
    observe(10, 1, true, 1_000, 1_000, ALL);
    playhead.advance(1_000, ALL);
    playhead.advance(500, ALL);
    assertEquals(10, playhead.positionS());
  }

  @Test
  void jump_isBelievedAtOnce_andCarriedOn() {
    observe(10, 1, true, 0, 0, ALL);
    playhead.jump(50, 2_000);
    playhead.advance(3_000, ALL);
    assertEquals(51, playhead.positionS(), 1e-9);
  }

  private void observe(
      double positionS, double rate, boolean moving, double atMs, double nowMs, TimeRanges there) {
    playhead.observe(positionS, rate, moving, atMs, nowMs, there);
  }
}
