package dev.offstage.worker;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.typedarrays.ArrayBuffer;

/** A SourceBuffer on the page. Data is transferred to it, not cloned. */
final class BridgedSinkBuffer implements SinkBuffer {
  private final BridgedMediaSink sink;
  private final int index;
  private final Outbox outbox;
  private int operations;
  private @Nullable Done pending;
  private TimeRanges buffered = TimeRanges.EMPTY;

  BridgedSinkBuffer(BridgedMediaSink sink, int index, Outbox outbox) {
    this.sink = sink;
    this.index = index;
    this.outbox = outbox;
  }

  @Override
  public void append(Bytes data, Placement placement, Done done) {
    ArrayBuffer buffer = JsBytes.bufferOf(data);
    outbox.post(
        operation("sinkappend", done)
            .with("data", buffer)
            .with("timestampOffset", placement.timestampOffsetS())
            .with("windowStart", placement.windowStartS())
            .with("windowEnd", placement.windowEndS()),
        buffer);
  }

  @Override
  public void remove(double startS, double endS, Done done) {
    outbox.post(operation("sinkremove", done).with("start", startS).with("end", endS));
  }

  @Override
  public void abort(Done done) {
    outbox.post(operation("sinkabort", done));
  }

  @Override
  public void changeType(String contentType, Done done) {
    outbox.post(operation("sinkchangetype", done).with("contentType", contentType));
  }

  @Override
  public TimeRanges buffered() {
    return buffered;
  }

  void onDone(Message message) {
    Done done = pending;
    if (done == null || (int) message.getNumber("operation") != operations) {
      return;
    }
    pending = null;
    buffered = message.ranges("buffered");
    String errorName = message.getString("errorName");
    String errorMessage = message.getString("errorMessage");
    done.onDone(
        errorName == null
            ? null
            : SinkFailure.ofException(errorName, errorMessage == null ? "" : errorMessage));
  }

  private Message operation(String type, Done done) {
    pending = done;
    operations++;
    return sink.message(type).with("buffer", index).with("operation", operations);
  }
}
