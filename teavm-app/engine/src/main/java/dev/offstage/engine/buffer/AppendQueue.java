package dev.offstage.engine.buffer;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one SourceBuffer, one operation after the other. Operations may be queued before there is a
 * SourceBuffer, so that loading need not wait for the element.
 */
public final class AppendQueue {
  private interface Operation {
    void start(SinkBuffer buffer, SinkBuffer.Done done);
  }

  private record Entry(Operation operation, @Nullable Object owner, SinkBuffer.Done done) {}

  private final List<Entry> waiting = new ArrayList<>();
  private @Nullable SinkBuffer buffer;
  private boolean running;
  private boolean closed;

  /** Gives the queue its SourceBuffer, once, and starts. */
  public void attach(SinkBuffer buffer) {
    this.buffer = buffer;
    startNext();
  }

  /**
   * Queues an append; see {@link SinkBuffer#append}.
   *
   * @param owner what the data belongs to, for {@link #abandon}
   */
  public void append(Bytes data, Placement placement, Object owner, SinkBuffer.Done done) {
    waiting.add(new Entry((target, over) -> target.append(data, placement, over), owner, done));
    startNext();
  }

  /**
   * Drops the appends of {@code owner} that wait, and has the parser forget what it has of those
   * before; nothing is heard of them. What waits behind them may not come before that: an init
   * segment would be taken for the rest of a segment.
   */
  public void abandon(Object owner) {
    int place = 0;
    while (place < waiting.size() && waiting.get(place).owner() != owner) {
      place++;
    }
    boolean isOver = place == waiting.size();
    waiting.removeIf(entry -> entry.owner() == owner);
    waiting.add(isOver ? 0 : place, new Entry(SinkBuffer::abort, null, failure -> {}));
    startNext();
  }

  /** Queues a removal; see {@link SinkBuffer#remove}. */
  public void remove(double startS, double endS, SinkBuffer.Done done) {
    add((target, over) -> target.remove(startS, endS, over), done);
  }

  /** Queues an abort; see {@link SinkBuffer#abort}. */
  public void abort(SinkBuffer.Done done) {
    add(SinkBuffer::abort, done);
  }

  /** Queues a change of type; see {@link SinkBuffer#changeType}. */
  public void changeType(String contentType, SinkBuffer.Done done) {
    add((target, over) -> target.changeType(contentType, over), done);
  }

  /** What is buffered. */
  public TimeRanges buffered() {
    return buffer == null ? TimeRanges.EMPTY : buffer.buffered();
  }

  /** Whether nothing is under way and nothing waits. */
  public boolean isIdle() {
    return !running && waiting.isEmpty();
  }

  /** Whether there is a SourceBuffer yet. */
  public boolean isAttached() {
    return buffer != null;
  }

  /** Drops what waits. The operation under way ends unheard. */
  public void close() {
    closed = true;
    waiting.clear();
  }

  private void add(Operation operation, SinkBuffer.Done done) {
    waiting.add(new Entry(operation, null, done));
    startNext();
  }

  private void startNext() {
    if (buffer == null || running || waiting.isEmpty()) {
      return;
    }
    Entry next = waiting.remove(0);
    running = true;
    next.operation()
        .start(
            buffer,
            failure -> {
              running = false;
              if (!closed) {
                next.done().onDone(failure);
                startNext();
              }
            });
  }
}
