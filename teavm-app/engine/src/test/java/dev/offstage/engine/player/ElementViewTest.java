package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.protocol.Command;
import dev.offstage.engine.testing.ManualTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElementViewTest {
  private static final TimeRanges ALL = new TimeRanges(new double[] {0, 100});
  private static final TimeRanges HOLED = new TimeRanges(new double[] {0, 10, 12, 100});

  private final ManualTime time = new ManualTime();
  private final ElementView view = new ElementView(time);

  @Test
  void startPosition_holdsUntilTheElementIsThere() {
    view.start(30);
    observe(0, false, false, 0);
    time.pass(5_000);
    observe(0, false, false, 1); // has metadata now; the page will move it at once
    assertEquals(30, view.positionS());
    observe(30, false, true, 1);
    assertEquals(30, view.positionS());
  }

  @Test
  void startPosition_yieldsToTheViewersSeek() {
    view.start(30);
    observe(50, false, true, 1);
    assertEquals(50, view.positionS());
  }

  @Test
  void startPosition_thatIsNeverCarriedOut_isGivenUp() {
    view.start(30);
    observe(0, false, false, 1);
    time.pass(1_500);
    observe(2, true, false, 4);
    assertEquals(2, view.positionS());
  }

  @Test
  void stalledElement_isExpectedToGoOn_butNotAPausedOrSeekingOne() {
    observe(10, true, false, 4);
    observe(10, false, false, 2);
    assertTrue(view.isMoving());
    time.pass(2_000);
    view.advance(ALL);
    assertEquals(12, view.positionS(), 1e-9);
    observe(20, false, true, 1);
    assertTrue(!view.isMoving());
  }

  @Test
  void elementThatHasNotStarted_isNotExpectedToMove() {
    observe(0, false, false, 2);
    time.pass(2_000);
    view.advance(ALL);
    assertEquals(0, view.positionS());
  }

  @Test
  void gap_isJumpedAfterSomePatience_once() {
    observe(10, false, false, 2);
    assertEquals(Double.NaN, view.gapJump(gaps(HOLED)));
    assertTrue(view.isWatched());
    time.pass(200);
    assertEquals(12.001, view.gapJump(gaps(HOLED)), 1e-9);
    assertEquals(12.001, view.positionS(), 1e-9);
    assertEquals(Double.NaN, view.gapJump(gaps(HOLED)));
  }

  @Test
  void gapThatIsFilledInTime_isNotJumped() {
    observe(10, false, false, 2);
    assertEquals(Double.NaN, view.gapJump(gaps(HOLED)));
    time.pass(100);
    assertEquals(Double.NaN, view.gapJump(gaps(ALL)));
    time.pass(100);
    assertEquals(Double.NaN, view.gapJump(gaps(HOLED)));
  }

  @Test
  void observationOlderThanAJump_isVoid() {
    observe(10, false, false, 2);
    view.gapJump(gaps(HOLED));
    time.pass(200);
    view.gapJump(gaps(HOLED));
    observe(10, false, false, 2);
    assertEquals(12.001, view.positionS(), 1e-9);
  }

  @Test
  void seekWhoseDataIsGone_isTakenOverTheGap() {
    observe(10.5, false, true, 4); // there was data when the page looked
    view.gapJump(gaps(HOLED));
    time.pass(200);
    assertEquals(12.001, view.gapJump(gaps(HOLED)), 1e-9);
  }

  @Test
  void endedElement_jumpsNowhere() {
    view.observe(new Command.Observe(1, 10, 1, false, false, false, true, 2, time.nowMs()), HOLED);
    time.pass(500);
    view.gapJump(gaps(HOLED));
    time.pass(500);
    assertEquals(Double.NaN, view.gapJump(gaps(HOLED)));
  }

  private void observe(double positionS, boolean moving, boolean seeking, int readyState) {
    view.observe(
        new Command.Observe(
            1, positionS, 1, moving, false, seeking, false, readyState, time.nowMs()),
        ALL);
  }

  private static List<GapPolicy.Track> gaps(TimeRanges buffered) {
    return List.of(new GapPolicy.Track(buffered, Double.POSITIVE_INFINITY));
  }
}
