package dev.offstage.worker;

import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/** Posts messages to the page. */
final class Outbox {
  private final DedicatedWorkerGlobalScope scope;

  Outbox(DedicatedWorkerGlobalScope scope) {
    this.scope = scope;
  }

  /** Sends a copy of {@code message}. */
  void post(Message message) {
    scope.postMessage(message);
  }

  /** Sends {@code message}; {@code moved}, which is part of it, moves and is lost here. */
  void post(Message message, JSObject moved) {
    JSArray<JSObject> transfer = new JSArray<>();
    transfer.push(moved);
    scope.postMessage(message, transfer);
  }
}
