package dev.offstage.worker;

import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.buffer.SinkBuffer;
import dev.offstage.engine.buffer.SinkException;
import dev.offstage.engine.util.Scheduler;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.events.Registration;

/** A MediaSource in this worker. Its handle goes to the page at once. */
final class WorkerMediaSink implements MediaSink {
  private final Scheduler scheduler;
  private final MediaSource source = new MediaSource();
  private final List<WorkerSinkBuffer> buffers = new ArrayList<>();
  private final List<Registration> registrations = new ArrayList<>();

  WorkerMediaSink(int session, Outbox outbox, Scheduler scheduler, Listener listener) {
    this.scheduler = scheduler;
    boolean[] opened = new boolean[1]; // a source opens again after its end, on an append
    registrations.add(
        source.onSourceOpen(
            event -> {
              if (!opened[0]) {
                opened[0] = true;
                listener.onOpen();
              }
            }));
    registrations.add(source.onSourceClose(event -> listener.onClosed()));
    MediaSourceHandle handle = source.getHandle();
    outbox.post(Message.of("handle", session).with("handle", handle), handle);
  }

  @Override
  public void querySupport(List<String> contentTypes, SupportAnswer answer) {
    boolean[] supported = new boolean[contentTypes.size()];
    for (int i = 0; i < supported.length; i++) {
      supported[i] = MediaSource.isTypeSupported(contentTypes.get(i));
    }
    scheduler.schedule(0, () -> answer.onAnswer(supported));
  }

  @Override
  public SinkBuffer addBuffer(String contentType) {
    SourceBuffer added;
    try {
      added = source.addSourceBuffer(contentType);
    } catch (RuntimeException e) {
      throw new SinkException(DOMException.nameOf(e) + ": " + DOMException.messageOf(e));
    }
    WorkerSinkBuffer buffer = new WorkerSinkBuffer(added, scheduler);
    buffers.add(buffer);
    return buffer;
  }

  @Override
  public void setDuration(double durationS) {
    if (isOpen()) {
      source.setDuration(durationS);
    }
  }

  @Override
  public void setLiveSeekableRange(double startS, double endS) {
    if (isOpen()) {
      source.setLiveSeekableRange(startS, endS);
    }
  }

  @Override
  public void endOfStream() {
    if (isOpen()) {
      source.endOfStream();
    }
  }

  @Override
  public void close() {
    for (Registration registration : registrations) {
      registration.dispose();
    }
    for (WorkerSinkBuffer buffer : buffers) {
      buffer.close();
    }
  }

  private boolean isOpen() {
    return source.getReadyState() == ReadyState.open();
  }
}
