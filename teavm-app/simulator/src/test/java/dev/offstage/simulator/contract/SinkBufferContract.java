package dev.offstage.simulator.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.media.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a {@link SinkBuffer} promises. The media are segments of 2 s, a random access point at the
 * start of each.
 */
abstract class SinkBufferContract {
  static final Placement ANYWHERE = new Placement(0, 0, Double.POSITIVE_INFINITY);

  private static final double FRAME_S = 0.05;

  /** A buffer of an open MediaSource. */
  abstract SinkBuffer buffer();

  abstract Bytes init();

  /** The segment whose media time starts at {@code 2 * position}. */
  abstract Bytes segment(int position);

  abstract Bytes garbage();

  /** Lets operations end. */
  abstract void settle();

  @Test
  void operation_isOver_neverBeforeTheCallHasReturned() {
    List<String> order = new ArrayList<>();
    buffer().append(init(), ANYWHERE, failure -> order.add("done"));
    order.add("returned");
    settle();
    assertEquals(List.of("returned", "done"), order);
  }

  @Test
  void appendedMedia_isBuffered() {
    append(init(), ANYWHERE);
    append(segment(0), ANYWHERE);
    assertEquals(1, buffer().buffered().count());
    assertEquals(0, buffer().buffered().startS(0), FRAME_S);
    assertEquals(2, buffer().buffered().endS(0), FRAME_S);
  }

  @Test
  void segments_joinOrNot_asTheirTimesAre() {
    append(init(), ANYWHERE);
    append(segment(0), ANYWHERE);
    append(segment(1), ANYWHERE);
    append(segment(5), ANYWHERE);
    assertEquals(2, buffer().buffered().count());
    assertEquals(4, buffer().buffered().endS(0), FRAME_S);
    assertEquals(10, buffer().buffered().startS(1), FRAME_S);
  }

  @Test
  void segmentInPieces_isThereAsItComes() {
    append(init(), ANYWHERE);
    Bytes segment = segment(0);
    int half = segment.sizeBytes() / 2;
    append(segment.slice(0, half), ANYWHERE);
    double half1 = buffer().buffered().coveredS(0, 2);
    append(segment.slice(half, segment.sizeBytes()), ANYWHERE);
    assertEquals(2, buffer().buffered().endS(0), FRAME_S);
    assertEquals(true, half1 < 2 - FRAME_S, "all of it from a half: " + half1);
  }

  @Test
  void abort_forgetsTheSegmentThatWasBegun() {
    append(init(), ANYWHERE);
    Bytes segment = segment(0);
    append(segment.slice(0, segment.sizeBytes() / 2), ANYWHERE);
    assertNull(run(done -> buffer().abort(done)));
    append(segment(3), ANYWHERE);
    int last = buffer().buffered().count() - 1;
    assertEquals(6, buffer().buffered().startS(last), FRAME_S);
    assertEquals(8, buffer().buffered().endS(last), FRAME_S);
  }

  @Test
  void timestampOffset_movesMedia() {
    append(init(), ANYWHERE);
    append(segment(10), new Placement(-15, 0, Double.POSITIVE_INFINITY));
    assertEquals(5, buffer().buffered().startS(0), FRAME_S);
  }

  @Test
  void windowEnd_cutsMediaOff() {
    append(init(), ANYWHERE);
    append(segment(0), new Placement(0, 0, 1));
    assertEquals(1, buffer().buffered().endS(0), FRAME_S);
  }

  @Test
  void windowStart_dropsUpToARandomAccessPoint() {
    append(init(), ANYWHERE);
    append(segment(0), new Placement(0, 0.5, Double.POSITIVE_INFINITY));
    assertEquals(0, buffer().buffered().count());
  }

  @Test
  void removal_reachesToTheNextRandomAccessPoint() {
    append(init(), ANYWHERE);
    append(segment(0), ANYWHERE);
    append(segment(1), ANYWHERE);
    append(segment(2), ANYWHERE);
    assertNull(run(done -> buffer().remove(0, 3, done)));
    assertEquals(4, buffer().buffered().startS(0), FRAME_S);
    assertEquals(6, buffer().buffered().endS(0), FRAME_S);
  }

  @Test
  void removalOfTheRest_leavesWhatIsBefore() {
    append(init(), ANYWHERE);
    append(segment(0), ANYWHERE);
    append(segment(1), ANYWHERE);
    assertNull(run(done -> buffer().remove(2, Double.POSITIVE_INFINITY, done)));
    assertEquals(2, buffer().buffered().endS(0), FRAME_S);
  }

  @Test
  void garbage_isRejected() {
    append(init(), ANYWHERE);
    SinkFailure failure = run(done -> buffer().append(garbage(), ANYWHERE, done));
    assertNotNull(failure);
    assertEquals(SinkFailure.Kind.REJECTED, failure.kind());
  }

  private void append(Bytes data, Placement placement) {
    assertNull(run(done -> buffer().append(data, placement, done)));
  }

  private @Nullable SinkFailure run(Consumer<SinkBuffer.Done> operation) {
    int[] times = new int[1];
    SinkFailure[] told = new SinkFailure[1];
    operation.accept(
        failure -> {
          times[0]++;
          told[0] = failure;
        });
    settle();
    assertEquals(1, times[0], "told of the end once");
    return told[0];
  }
}
