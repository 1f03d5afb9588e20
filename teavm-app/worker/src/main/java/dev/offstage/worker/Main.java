package dev.offstage.worker;

import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.engine.player.Engine;
import dev.offstage.engine.player.Platform;
import org.jspecify.annotations.Nullable;

/** Starts the engine in a worker and connects it to the page. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    DedicatedWorkerGlobalScope scope = DedicatedWorkerGlobalScope.current();
    Outbox outbox = new Outbox(scope);
    WorkerScheduler scheduler = new WorkerScheduler();
    BridgedSinks bridge = new BridgedSinks(outbox);
    Platform platform =
        new Platform(
            new WorkerClock(),
            scheduler,
            new FetchClient(),
            new WebAes(scheduler),
            new SinkFactory(outbox, bridge, scheduler),
            Math::random);
    Engine engine = new Engine(platform, new EventEncoder(outbox));
    CommandDecoder decoder = new CommandDecoder(engine, bridge, outbox);
    scope.onUnhandledRejection(
        event -> {
          event.preventDefault();
          engine.crash(orUnknown(DOMException.messageOf(event.getReason())));
        });
    scope.onError(
        event -> {
          event.preventDefault();
          engine.crash(orUnknown(event.getMessage()));
        });
    scope.onMessage(event -> decoder.receive(event.getData().cast()));
  }

  private static String orUnknown(@Nullable String message) {
    return message == null ? "unknown" : message;
  }
}
