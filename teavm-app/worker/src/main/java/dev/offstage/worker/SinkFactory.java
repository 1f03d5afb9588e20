package dev.offstage.worker;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.engine.buffer.MediaSink;
import dev.offstage.engine.util.Scheduler;

/** Makes MediaSources here, or on the page where it is asked for or this worker has none. */
final class SinkFactory implements MediaSink.Factory {
  private final Outbox outbox;
  private final BridgedSinks bridge;
  private final Scheduler scheduler;

  SinkFactory(Outbox outbox, BridgedSinks bridge, Scheduler scheduler) {
    this.outbox = outbox;
    this.bridge = bridge;
    this.scheduler = scheduler;
  }

  @Override
  public MediaSink create(int session, boolean onPage, MediaSink.Listener listener) {
    if (onPage || !MediaSource.isSupported()) {
      return bridge.create(session, listener);
    }
    return new WorkerMediaSink(session, outbox, scheduler, listener);
  }
}
