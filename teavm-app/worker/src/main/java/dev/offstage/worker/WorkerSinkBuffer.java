package dev.offstage.worker;

import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.mse.AppendMode;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkFailure;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.media.TimeRanges;
import dev.offstage.engine.util.Scheduler;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.Registration;

/** A SourceBuffer of a MediaSource in this worker. */
final class WorkerSinkBuffer implements SinkBuffer {
  private final SourceBuffer buffer;
  private final Scheduler scheduler;
  private final Registration updateEnd;
  private final Registration error;
  private @Nullable Done pending;
  private boolean failed;
  private @Nullable Placement placement;
  private TimeRanges buffered = TimeRanges.EMPTY;

  WorkerSinkBuffer(SourceBuffer buffer, Scheduler scheduler) {
    this.buffer = buffer;
    this.scheduler = scheduler;
    error = buffer.onError(event -> failed = true);
    updateEnd =
        buffer.onUpdateEnd(
            event ->
                finish(
                    failed
                        ? new SinkFailure(SinkFailure.Kind.REJECTED, "the media data is malformed")
                        : null));
  }

  @Override
  public void append(Bytes data, Placement placement, Done done) {
    run(
        done,
        () -> {
          place(placement);
          buffer.appendBuffer(JsBytes.bufferOf(data));
        });
  }

  @Override
  public void remove(double startS, double endS, Done done) {
    run(done, () -> buffer.remove(startS, endS));
  }

  @Override
  public void abort(Done done) {
    run(
        done,
        () -> {
          buffer.abort();
          placement = null; // it has reset the append window
          scheduler.schedule(0, () -> finish(null)); // it fires no event when nothing is under way
        });
  }

  @Override
  public void changeType(String contentType, Done done) {
    run(
        done,
        () -> {
          buffer.changeType(contentType);
          if (contentType.indexOf("mpeg") < 0) {
            // What has no timestamps of its own has switched to sequences, and nothing switches
            // back.
            buffer.setMode(AppendMode.segments());
          }
          scheduler.schedule(0, () -> finish(null)); // it fires no event
        });
  }

  @Override
  public TimeRanges buffered() {
    return buffered;
  }

  void close() {
    pending = null;
    updateEnd.dispose();
    error.dispose();
  }

  private void place(Placement wanted) {
    if (wanted.equals(placement)) {
      return;
    }
    // First of all: after the end of the stream it opens the source again, and abort() would throw.
    setTimestampOffset(wanted.timestampOffsetS());
    buffer.setAppendWindowStart(0); // which must stay below the end at every moment
    buffer.setAppendWindowEnd(wanted.windowEndS());
    buffer.setAppendWindowStart(wanted.windowStartS());
    placement = wanted;
  }

  private void setTimestampOffset(double offsetS) {
    try {
      buffer.setTimestampOffset(offsetS);
    } catch (RuntimeException e) {
      // A segment was cut short and the parser waits for its rest, which will not come.
      buffer.abort();
      buffer.setTimestampOffset(offsetS);
    }
  }

  private void run(Done done, Runnable operation) {
    pending = done;
    failed = false;
    try {
      operation.run();
    } catch (RuntimeException e) {
      String name = DOMException.nameOf(e);
      String message = DOMException.messageOf(e);
      SinkFailure failure =
          SinkFailure.ofException(name == null ? "Error" : name, message == null ? "" : message);
      scheduler.schedule(0, () -> finish(failure));
    }
  }

  private void finish(@Nullable SinkFailure failure) {
    Done done = pending;
    if (done == null) {
      return;
    }
    pending = null;
    readBuffered();
    done.onDone(failure);
  }

  private void readBuffered() {
    try {
      dev.offstage.bindings.mse.TimeRanges ranges = buffer.getBuffered();
      double[] edges = new double[2 * ranges.getLength()];
      for (int i = 0; i < edges.length; i += 2) {
        edges[i] = ranges.start(i / 2);
        edges[i + 1] = ranges.end(i / 2);
      }
      buffered = new TimeRanges(edges);
    } catch (RuntimeException e) {
      buffered = TimeRanges.EMPTY; // the buffer has been removed from its source
    }
  }
}
