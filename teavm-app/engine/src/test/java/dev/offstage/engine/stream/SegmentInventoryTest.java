package dev.offstage.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.offstage.engine.media.TimeRanges;
import org.junit.jupiter.api.Test;

class SegmentInventoryTest {
  private final SegmentInventory inventory = new SegmentInventory();

  @Test
  void run_goesFromSegmentToSegment_overRoundingErrors() {
    add(0, 2.01, 2);
    add(2, 4, 2);
    add(4.03, 6, 2);
    assertEquals(6, inventory.runEndS(0.5));
    assertEquals(6, inventory.runEndS(5.9));
    assertEquals(6, inventory.runEndS(6));
  }

  @Test
  void run_endsAtAGap() {
    add(0, 2, 2);
    add(4, 6, 2);
    assertEquals(2, inventory.runEndS(1));
    assertEquals(3, inventory.runEndS(3));
    assertEquals(6, inventory.runEndS(4));
  }

  @Test
  void segmentsAddedInAnyOrder_makeOneRun() {
    add(4, 6, 2);
    add(0, 2, 2);
    add(2, 4, 2);
    assertEquals(6, inventory.runEndS(0));
  }

  @Test
  void overlap_byMoreThanHalf_replaces() {
    add(0, 2, 2);
    inventory.add(new SegmentInventory.Entry(0.1, 2.1, "other", 2));
    assertEquals("other", inventory.at(1).qualityId());
    inventory.reconcile(TimeRanges.EMPTY, 0);
    assertNull(inventory.at(1));
  }

  @Test
  void overlap_byLessThanHalf_staysBesideIt() {
    add(0, 10, 10);
    inventory.add(new SegmentInventory.Entry(9, 12, "other", 3));
    assertEquals("q", inventory.at(5).qualityId());
    assertEquals("other", inventory.at(11).qualityId());
    assertEquals(12, inventory.runEndS(0));
  }

  @Test
  void evictedSegment_isMissed() {
    add(0, 2, 2);
    add(2, 4, 2);
    inventory.reconcile(ranges(2, 4), 0);
    assertNull(inventory.at(1));
    assertNotNull(inventory.at(3));
  }

  @Test
  void segmentBehindThePlayhead_thatHasLostALittle_counts_halfOfItDoesNot() {
    add(0, 4, 4);
    inventory.reconcile(ranges(0.5, 4), 9);
    assertNotNull(inventory.at(1));
    inventory.reconcile(ranges(2, 4), 9);
    assertNull(inventory.at(1));
  }

  @Test
  void segmentAhead_thatHasLostItsFirstSecond_isMissed() {
    add(64, 70, 5.95);
    inventory.reconcile(ranges(64.1, 70), 63);
    assertNotNull(inventory.at(65));
    inventory.reconcile(ranges(65, 70), 63);
    assertNull(inventory.at(65));
  }

  @Test
  void segmentBeingPlayed_thatHasLostWhatIsBehind_counts_whatIsAheadDoesNot() {
    add(0, 10, 10);
    inventory.reconcile(ranges(6, 10), 6.5);
    assertNotNull(inventory.at(7));
    inventory.reconcile(ranges(6, 8), 6.5);
    assertNull(inventory.at(7));
  }

  @Test
  void segmentThatFilledLittleFromTheStart_isHeldAgainstThatOnly() {
    add(0, 4, 1);
    inventory.reconcile(ranges(0, 1), 0);
    assertNotNull(inventory.at(3));
    inventory.reconcile(TimeRanges.EMPTY, 0);
    assertNull(inventory.at(3));
  }

  @Test
  void segmentBeingAppended_isNotMissed() {
    add(0, 4, Double.NaN);
    inventory.reconcile(TimeRanges.EMPTY, 0);
    assertNotNull(inventory.at(1));
  }

  @Test
  void settle_notesWhatWasFilled() {
    SegmentInventory.Entry entry = new SegmentInventory.Entry(0, 4, "q", Double.NaN);
    inventory.add(entry);
    inventory.settle(entry, 4);
    inventory.reconcile(TimeRanges.EMPTY, 0);
    assertNull(inventory.at(1));
  }

  @Test
  void settle_ofWhatHasBeenForgotten_changesNothing() {
    SegmentInventory.Entry entry = new SegmentInventory.Entry(4, 8, "q", Double.NaN);
    inventory.add(entry);
    inventory.forgetFrom(4);
    inventory.settle(entry, 4);
    assertNull(inventory.at(5));
  }

  @Test
  void media_countsWhatIsBuffered_andWhatIsBeingAppended() {
    add(0, 4, 4);
    add(4, 8, 1);
    add(8, 12, Double.NaN);
    add(20, 24, 0);
    TimeRanges buffered = ranges(0, 5, 30, 40);
    assertEquals(4 + 1 + 4, inventory.mediaS(0, 50, buffered));
    assertEquals(2 + 1, inventory.mediaS(2, 6, buffered));
    assertEquals(0, inventory.mediaS(5, 8, buffered));
  }

  @Test
  void forget_takesTheSegmentsWhoseMiddleIsMeant() {
    add(0, 4, 4);
    add(4, 8, 4);
    inventory.forget(3, 7);
    assertNotNull(inventory.at(2));
    assertNull(inventory.at(5));
  }

  @Test
  void forgetFrom_keepsOneQualityIfAsked() {
    add(0, 2, 2);
    add(2, 4, 2);
    inventory.add(new SegmentInventory.Entry(4, 6, "better", 2));
    inventory.forgetFrom(1, "better");
    assertNotNull(inventory.at(1));
    assertNull(inventory.at(3));
    assertNotNull(inventory.at(5));
  }

  @Test
  void lastStart_isOfTheSegmentAtOrBefore() {
    assertEquals(Double.NEGATIVE_INFINITY, inventory.lastStartS(3));
    add(2, 4, 2);
    add(4, 6, 2);
    assertEquals(Double.NEGATIVE_INFINITY, inventory.lastStartS(1));
    assertEquals(2, inventory.lastStartS(3.99));
    assertEquals(4, inventory.lastStartS(4));
    assertEquals(4, inventory.lastStartS(100));
  }

  private void add(double startS, double endS, double filledS) {
    inventory.add(new SegmentInventory.Entry(startS, endS, "q", filledS));
  }

  private static TimeRanges ranges(double... edges) {
    return new TimeRanges(edges);
  }
}
