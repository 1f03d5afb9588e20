package dev.offstage.worker;

import dev.offstage.engine.buffer.MediaSink;
import java.util.HashMap;
import java.util.Map;

/** The MediaSources that live on the page: finds the one that an answer is for. */
final class BridgedSinks {
  private final Outbox outbox;
  private final Map<Integer, BridgedMediaSink> sinks = new HashMap<>();
  private int created;

  BridgedSinks(Outbox outbox) {
    this.outbox = outbox;
  }

  MediaSink create(int session, MediaSink.Listener listener) {
    int number = ++created;
    BridgedMediaSink sink =
        new BridgedMediaSink(session, number, outbox, listener, () -> sinks.remove(number));
    sinks.put(number, sink);
    return sink;
  }

  /** Hands an answer of the page's to its sink; answers to closed sinks are dropped. */
  void receive(String type, Message message) {
    BridgedMediaSink sink = sinks.get((int) message.getNumber("sink"));
    if (sink != null) {
      sink.receive(type, message);
    }
  }
}
