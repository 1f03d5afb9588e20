package dev.offstage.conformance.stage;

import dev.offstage.bindings.worker.Worker;
import dev.offstage.bindings.worker.WorkerOptions;
import dev.offstage.bindings.worker.WorkerType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.function.JSConsumer;

/** A worker of this program beside the cases', which does what a case of the page asks for. */
public final class Helper {
  private final Worker worker;
  private final List<Message> arrived = new ArrayList<>();
  private @Nullable JSConsumer<JSObject> waiting;

  private Helper(Worker worker) {
    this.worker = worker;
    worker.onMessage(event -> arrive(event.getData().cast()));
  }

  /** Starts a helper and waits until it listens. */
  public static Helper start(String engine) {
    Helper helper = new Helper(worker(engine, "helper"));
    helper.await("ready");
    return helper;
  }

  /** Starts a worker of this program; its name is its part. */
  public static Worker worker(String engine, String name) {
    WorkerOptions options = WorkerOptions.create();
    options.setType(WorkerType.module());
    options.setName(name);
    return new Worker("worker.js?engine=" + engine, options);
  }

  public Worker worker() {
    return worker;
  }

  /** Asks for something that needs no more than its name. */
  public void post(String kind) {
    worker.postMessage(Message.of(kind));
  }

  public void post(Message message, JSArrayReader<? extends JSObject> transfer) {
    worker.postMessage(message, transfer);
  }

  /** Waits for a message of this kind and forgets those before it. */
  public Message await(String kind) {
    while (true) {
      while (!arrived.isEmpty()) {
        Message first = arrived.remove(0);
        if (first.getKind().equals(kind)) {
          return first;
        }
      }
      Await.value(
          "the helper's " + kind, new JSPromise<JSObject>((resolve, reject) -> waiting = resolve));
    }
  }

  private void arrive(Message message) {
    arrived.add(message);
    JSConsumer<JSObject> waiter = waiting;
    if (waiter != null) {
      waiting = null;
      waiter.accept(null);
    }
  }
}
