package dev.offstage.engine.dash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentTimesTest {
  /** As slow and as plain as it can be. */
  private static int linearPositionAt(SegmentTimes times, double timeS) {
    if (times.count() == 0 || timeS >= times.endS(times.count() - 1)) {
      return times.count();
    }
    int position = 0;
    while (position + 1 < times.count() && times.startS(position + 1) <= timeS) {
      position++;
    }
    return position;
  }

  @Test
  void positionAt_randomRunsWithGaps_isTheLinearSearch() {
    Random random = new Random(23009);
    for (int round = 0; round < 300; round++) {
      int runs = 1 + random.nextInt(6);
      double[] starts = new double[runs];
      double[] durations = new double[runs];
      double[] repeats = new double[runs];
      double offset = random.nextInt(3) * 1e9;
      double at = offset + random.nextInt(5000) - 1000;
      for (int i = 0; i < runs; i++) {
        starts[i] = Math.max(0, at);
        durations[i] = 1 + random.nextInt(3000);
        repeats[i] = 1 + random.nextInt(20);
        at =
            starts[i]
                + durations[i] * repeats[i]
                + (random.nextBoolean() ? 0 : random.nextInt(5000));
      }
      double timescale = 1 + random.nextInt(48000);
      TimeUnit unit = new TimeUnit(timescale, offset, Double.POSITIVE_INFINITY);
      SegmentTimes times = new SegmentTimes(unit, starts, durations, repeats, runs, () -> "");
      for (int i = 0; i < times.count(); i++) {
        double start = times.startS(i);
        double end = times.endS(i);
        for (double time : new double[] {start, Math.nextUp(start), Math.nextDown(start), end}) {
          assertEquals(linearPositionAt(times, time), times.positionAt(time));
        }
      }
      assertEquals(0, times.positionAt(-1e12));
      assertEquals(times.count(), times.positionAt(1e12));
    }
  }

  @Test
  void count_ofRegularSegments_isWhatThePeriodHolds() {
    assertEquals(5, regular(10, 2).count());
    assertEquals(6, regular(10.5, 2).count());
    assertEquals(5, regular(10.0001, 2).count());
    assertEquals(1, regular(0.001, 2).count() + 1);
    assertEquals(1, regular(0.5, 2).count());
    assertEquals(10.5, regular(10.5, 2).endS(5));
  }

  private static SegmentTimes regular(double periodS, double durationS) {
    TimeUnit unit = new TimeUnit(1000, 0, periodS);
    return unit.regular(durationS * 1000, Double.POSITIVE_INFINITY, () -> "");
  }

  @Test
  void position_outOfBounds_throws() {
    SegmentTimes times = regular(10, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> times.startS(5));
    assertThrows(IndexOutOfBoundsException.class, () -> times.startS(-1));
  }

  @Test
  void startTicks_near2To53_areExact() {
    double offset = 9007199254740992.0 - 1000;
    TimeUnit unit = new TimeUnit(100, offset, 9);
    SegmentTimes times = unit.regular(7, Double.POSITIVE_INFINITY, () -> "");
    assertEquals(129, times.count());
    assertEquals(offset + 128 * 7, times.startTicks(128));
    assertEquals(8.96, times.startS(128));
  }
}
