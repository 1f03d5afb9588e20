package dev.offstage.conformance;

import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.conformance.cases.AllCases;
import dev.offstage.conformance.stage.Message;
import dev.offstage.conformance.stage.RemoteScreen;
import dev.offstage.conformance.stage.Stage;
import org.teavm.jso.core.JSPromise;

/** The worker that runs the cases and posts the outcome of each. */
final class WorkerProgram {
  private final DedicatedWorkerGlobalScope scope;
  private final RemoteScreen screen;

  WorkerProgram(DedicatedWorkerGlobalScope scope) {
    this.scope = scope;
    screen = new RemoteScreen(scope);
  }

  void listen() {
    scope.onMessage(
        event -> {
          Message message = event.getData().cast();
          if (message.getKind().equals("run")) {
            String engine = message.getName();
            String only = message.getText();
            JSPromise.runAsync(() -> run(engine, only));
          }
        });
  }

  private void run(String engine, String only) {
    new Runner(new Stage(screen, engine, true), this::post)
        .run(AllCases.suite().cases(), true, only);
    scope.postMessage(Message.of("end"));
  }

  private void post(String name, String outcome, String saw) {
    Message message = Message.of("case");
    message.setName(name);
    message.setOutcome(outcome);
    message.setText(saw);
    scope.postMessage(message);
  }
}
