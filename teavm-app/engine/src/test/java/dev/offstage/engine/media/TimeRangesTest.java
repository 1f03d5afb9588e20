package dev.offstage.engine.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimeRangesTest {
  private static final TimeRanges TWO = new TimeRanges(new double[] {1, 3, 5, 8});

  @Test
  void indexAt_holdsStartsAndNotEnds() {
    assertEquals(-1, TWO.indexAt(0.9));
    assertEquals(0, TWO.indexAt(1));
    assertEquals(0, TWO.indexAt(2.9));
    assertEquals(-1, TWO.indexAt(3));
    assertEquals(1, TWO.indexAt(7));
    assertEquals(-1, TWO.indexAt(8));
  }

  @Test
  void indexFrom_isTheNextStart() {
    assertEquals(0, TWO.indexFrom(0));
    assertEquals(0, TWO.indexFrom(1));
    assertEquals(1, TWO.indexFrom(1.1));
    assertEquals(-1, TWO.indexFrom(5.1));
  }

  @Test
  void covered_leavesGapsOut() {
    assertEquals(5, TWO.coveredS(0, 10));
    assertEquals(2, TWO.coveredS(2, 6));
    assertEquals(0, TWO.coveredS(3, 5));
    assertEquals(0, TimeRanges.EMPTY.coveredS(0, 10));
  }

  @Test
  void intersection_hasWhatBothHave() {
    TimeRanges other = new TimeRanges(new double[] {0, 2, 2.5, 6, 7, 20});
    assertArrayEquals(new double[] {1, 2, 2.5, 3, 5, 6, 7, 8}, TWO.intersect(other).toArray());
    assertArrayEquals(new double[] {1, 2, 2.5, 3, 5, 6, 7, 8}, other.intersect(TWO).toArray());
    assertEquals(0, TWO.intersect(TimeRanges.EMPTY).count());
  }

  @Test
  void intersection_ofRangesThatTouch_isEmpty() {
    assertEquals(0, TWO.intersect(new TimeRanges(new double[] {3, 5})).count());
  }
}
