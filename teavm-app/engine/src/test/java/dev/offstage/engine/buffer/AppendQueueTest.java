package dev.offstage.engine.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppendQueueTest {
  private static final Placement HERE = new Placement(0, 0, Double.POSITIVE_INFINITY);

  private final AppendQueue queue = new AppendQueue();
  private final ManualBuffer buffer = new ManualBuffer();
  private final List<String> done = new ArrayList<>();

  @Test
  void operationsBeforeThereIsABuffer_waitForIt() {
    append("a");
    queue.remove(1, 2, told("b"));
    assertFalse(queue.isAttached());
    assertFalse(queue.isIdle());
    assertEquals(0, queue.buffered().count());
    queue.attach(buffer);
    assertEquals(List.of("append"), buffer.started);
  }

  @Test
  void operations_runOneAtATime_inOrder() {
    queue.attach(buffer);
    append("a");
    queue.remove(1, 2, told("b"));
    queue.changeType("video/webm", told("c"));
    queue.abort(told("d"));
    assertEquals(List.of("append"), buffer.started);
    buffer.finish(null);
    buffer.finish(null);
    buffer.finish(null);
    assertEquals(List.of("append", "remove 1.0 2.0", "type video/webm", "abort"), buffer.started);
    assertFalse(queue.isIdle());
    buffer.finish(null);
    assertTrue(queue.isIdle());
    assertEquals(List.of("a", "b", "c", "d"), done);
  }

  @Test
  void failure_isTold_andTheNextOperationRuns() {
    queue.attach(buffer);
    append("a");
    append("b");
    buffer.finish(new SinkFailure(SinkFailure.Kind.QUOTA, "full"));
    assertEquals(List.of("a: QUOTA"), done);
    assertEquals(2, buffer.started.size());
  }

  @Test
  void operationAskedForByAnAnswer_waitsForItsTurn() {
    queue.attach(buffer);
    queue.append(Bytes.EMPTY, HERE, this, failure -> append("later"));
    append("sooner");
    buffer.finish(null);
    buffer.finish(null);
    buffer.finish(null);
    assertEquals(List.of("sooner", "later"), done);
  }

  @Test
  void abandon_dropsWhatWaitsOfOneOwner_butNotWhatIsUnderWay_andResetsTheParserInItsPlace() {
    queue.attach(buffer);
    Object mine = new Object();
    append("before");
    queue.append(Bytes.EMPTY, HERE, mine, told("waiting"));
    queue.append(Bytes.EMPTY, HERE, mine, told("waiting, too"));
    queue.remove(1, 2, told("removed"));
    append("another's");
    queue.abandon(mine);
    while (!queue.isIdle()) {
      buffer.finish(null);
    }
    assertEquals(List.of("before", "removed", "another's"), done);
    assertEquals(List.of("append", "abort", "remove 1.0 2.0", "append"), buffer.started);
  }

  @Test
  void abandonOfWhatHasJustFailed_resetsTheParser_beforeAnythingElseGoesIn() {
    queue.attach(buffer);
    Object mine = new Object();
    queue.append(Bytes.EMPTY, HERE, mine, failure -> queue.abandon(mine));
    append("another's");
    buffer.finish(new SinkFailure(SinkFailure.Kind.QUOTA, "full"));
    assertEquals(List.of("append", "abort"), buffer.started);
  }

  @Test
  void close_dropsAll_andIsSilent() {
    queue.attach(buffer);
    append("a");
    append("b");
    queue.close();
    buffer.finish(null);
    assertEquals(List.of(), done);
    assertEquals(1, buffer.started.size());
  }

  private void append(String name) {
    queue.append(Bytes.EMPTY, HERE, this, told(name));
  }

  private SinkBuffer.Done told(String name) {
    return failure -> done.add(failure == null ? name : name + ": " + failure.kind());
  }

  /** Ends an operation when it is told to. */
  private static final class ManualBuffer implements SinkBuffer {
    final List<String> started = new ArrayList<>();
    private @Nullable Done pending;

    @Override
    public void append(Bytes data, Placement placement, Done done) {
      start("append", done);
    }

    @Override
    public void remove(double startS, double endS, Done done) {
      start("remove " + startS + " " + endS, done);
    }

    @Override
    public void abort(Done done) {
      start("abort", done);
    }

    @Override
    public void changeType(String contentType, Done done) {
      start("type " + contentType, done);
    }

    @Override
    public TimeRanges buffered() {
      return new TimeRanges(new double[] {1, 2});
    }

    void finish(@Nullable SinkFailure failure) {
      Done over = pending;
      pending = null;
      if (over == null) {
        throw new AssertionError("nothing is under way");
      }
      over.onDone(failure);
    }

    private void start(String name, Done done) {
      assertEquals(null, pending, "two operations at once");
      started.add(name);
      pending = done;
    }
  }
}
