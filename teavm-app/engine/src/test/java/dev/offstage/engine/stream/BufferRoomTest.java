package dev.offstage.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.engine.buffer.AppendQueue;
import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.config.BufferConfig;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BufferRoomTest {
  private static final BufferConfig GOALS = new BufferConfig(10, 10, Double.POSITIVE_INFINITY);

  private final Removals buffer = new Removals();
  private final AppendQueue queue = new AppendQueue();
  private int looks;
  private final SegmentInventory inventory = new SegmentInventory();
  private final BufferRoom room = new BufferRoom(queue, inventory, this::look);

  BufferRoomTest() {
    for (int startS = 0; startS < 60; startS += 10) {
      inventory.add(new SegmentInventory.Entry(startS, startS + 10, "v", 10));
    }
    queue.attach(buffer);
  }

  @Test
  void removal_done_isLookedAfterAtOnce() {
    look();
    assertEquals(1, buffer.removals);
    assertEquals(2, looks);
  }

  /** Or it would be asked for, and refused, without end. */
  @Test
  void removal_refused_waitsForALaterLook() {
    buffer.refusal = new SinkFailure(SinkFailure.Kind.REJECTED, "refused");
    look();
    assertEquals(1, buffer.removals);
    assertEquals(1, looks);
    look();
    assertEquals(2, buffer.removals);
  }

  /** What a stream does at each tick. */
  private void look() {
    looks++;
    room.trim(GOALS, 50, 50, Double.POSITIVE_INFINITY);
  }

  /** Has a minute; all that a removal may do is to go well or not. */
  private static final class Removals implements SinkBuffer {
    @Nullable SinkFailure refusal;
    int removals;

    @Override
    public void remove(double startS, double endS, Done done) {
      removals++;
      done.onDone(refusal);
    }

    @Override
    public TimeRanges buffered() {
      double startS = removals > 0 && refusal == null ? 40 : 0;
      return new TimeRanges(new double[] {startS, 60});
    }

    @Override
    public void append(Bytes data, Placement placement, Done done) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void abort(Done done) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void changeType(String contentType, Done done) {
      throw new UnsupportedOperationException();
    }
  }
}
