package dev.offstage.engine.player;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.player.StuckPolicy.Cure;
import dev.offstage.engine.protocol.Command;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StuckWatchTest {
  private static final TimeRanges THERE = new TimeRanges(new double[] {0, 30});

  private final StuckWatch watch = new StuckWatch();
  private double nowMs;

  @Test
  void policy_triesOneCureAfterTheOther_withPatience() {
    assertEquals(Cure.WAIT, StuckPolicy.next(1_999, false, 0));
    assertEquals(Cure.NUDGE, StuckPolicy.next(2_000, false, 0));
    assertEquals(Cure.SEEK, StuckPolicy.next(2_000, false, 1));
    assertEquals(Cure.WAIT, StuckPolicy.next(4_999, false, 2));
    assertEquals(Cure.REBUILD, StuckPolicy.next(5_000, false, 2));
    assertEquals(Cure.GIVE_UP, StuckPolicy.next(5_000, false, 3));
    assertEquals(Cure.WAIT, StuckPolicy.next(4_999, true, 0));
  }

  @Test
  void timeThatStands_withMediaAhead_isCuredStepByStep() {
    List<Cure> cures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Cure cure = look(5, 1_000);
      if (cure != Cure.WAIT) {
        cures.add(cure);
      }
    }
    assertEquals(List.of(Cure.NUDGE, Cure.SEEK, Cure.REBUILD, Cure.GIVE_UP), cures.subList(0, 4));
  }

  @Test
  void timeThatPasses_isWell() {
    for (int i = 0; i < 20; i++) {
      assertEquals(Cure.WAIT, look(5 + i, 1_000));
    }
  }

  @Test
  void elementWithoutMediaAhead_mayWait() {
    for (int i = 0; i < 20; i++) {
      assertEquals(Cure.WAIT, look(29.9, 1_000));
    }
  }

  @Test
  void mediaThatGoesAndComesBack_doesNotHideThatTimeStands() {
    List<Cure> cures = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cures.add(look(5, 300));
      cures.add(look(5, 700));
      cures.add(watch.observe(seen(5, false, 4), TimeRanges.EMPTY, false));
    }
    assertEquals(List.of(Cure.NUDGE), cures.stream().filter(cure -> cure != Cure.WAIT).toList());
  }

  @Test
  void littleMediaAhead_isEnoughAtTheEnd() {
    List<Cure> cures = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nowMs += 1_000;
      cures.add(watch.observe(seen(29.9, false, 4), THERE, true));
    }
    assertEquals(Cure.NUDGE, cures.get(2));
  }

  @Test
  void pausedElement_mayStand_andIsWellWhenItGoesOn() {
    for (int i = 0; i < 5; i++) {
      assertEquals(Cure.WAIT, watch.observe(seen(5, true, 4), THERE, false));
      nowMs += 5_000;
    }
    assertEquals(Cure.WAIT, look(5, 0));
    assertEquals(Cure.WAIT, look(5.2, 200));
  }

  @Test
  void frozenPage_isNoStuckElement() {
    look(5, 0);
    assertEquals(Cure.WAIT, look(5, 200));
    nowMs += 60_000;
    assertEquals(Cure.WAIT, look(65, 0));
    assertEquals(Cure.WAIT, look(65.2, 200));
  }

  @Test
  void timeThatPassesAgain_startsTheCuresOver() {
    for (int i = 0; i < 4; i++) {
      look(5, 1_000);
    }
    for (int i = 0; i < 8; i++) {
      look(6 + i, 1_000);
    }
    look(14, 1_000);
    look(14, 1_000);
    assertEquals(Cure.NUDGE, look(14, 1_000));
  }

  private Cure look(double positionS, double afterMs) {
    nowMs += afterMs;
    return watch.observe(seen(positionS, false, 4), THERE, false);
  }

  private Command.Observe seen(double positionS, boolean paused, int readyState) {
    return new Command.Observe(1, positionS, 1, !paused, paused, false, false, readyState, nowMs);
  }
}
