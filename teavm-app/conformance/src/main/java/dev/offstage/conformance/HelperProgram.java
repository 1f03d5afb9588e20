package dev.offstage.conformance;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Locks;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Message;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;

/** A worker that a case of the page asks for handles and for echoes. */
final class HelperProgram {
  private final DedicatedWorkerGlobalScope scope;

  HelperProgram(DedicatedWorkerGlobalScope scope) {
    this.scope = scope;
  }

  void listen() {
    scope.onMessage(
        event -> {
          Message message = event.getData().cast();
          switch (message.getKind()) {
            case "handle" -> offer();
            case "echo" -> echo(message);
            case "lock" -> Locks.hold("helper", () -> scope.postMessage(Message.of("locked")));
            case "close" -> close();
            default -> {}
          }
        });
    scope.onMessageError(event -> scope.postMessage(Message.of("messageerror")));
  }

  /** Makes a source, sends its handle, and plays 4 s through it once it is attached. */
  private void offer() {
    MediaSource source = new MediaSource();
    MediaSourceHandle handle = source.getHandle();
    source.onSourceOpen(event -> JSPromise.runAsync(() -> feed(source)));
    source.onSourceClose(event -> scope.postMessage(Message.of("closed")));
    Message message = Message.of("handle");
    message.setValue(handle);
    scope.postMessage(message, JSArray.of((JSObject) handle));
  }

  private void feed(MediaSource source) {
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    EventLog updates = new EventLog();
    buffer.onUpdateEnd(updates::add);
    buffer.appendBuffer(Media.avcUpTo(2));
    updates.await("updateend");
    source.endOfStream();
    scope.postMessage(Message.of("fed"));
  }

  private void close() {
    scope.close();
    scope.postMessage(Message.of("closing"));
  }

  private void echo(Message message) {
    JSObject value = message.getValue();
    Message answer = Message.of("echo");
    answer.setText(message.getText());
    answer.setValue(value);
    if (value == null) {
      scope.postMessage(answer);
    } else {
      scope.postMessage(answer, JSArray.of(value));
    }
  }
}
