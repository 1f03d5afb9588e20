package dev.offstage.conformance;

import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.conformance.stage.Message;

/** Begins the part that this context has: the page, the worker with the cases, or a helper. */
public final class Main {
  private Main() {}

  /**
   * @param args on the page: {@code worker} or {@code page}, where the cases run, or {@code
   *     benchmark}; {@code wasm} or {@code js}; a part of the names of the cases to run. In workers
   *     nothing: their name says.
   */
  public static void main(String[] args) {
    if (!DedicatedWorkerGlobalScope.isSupported()) {
      PageProgram program = new PageProgram(args[1], args[2]);
      if (args[0].equals("benchmark")) {
        program.runBenchmark();
      } else {
        program.run(args[0].equals("worker"));
      }
      return;
    }
    DedicatedWorkerGlobalScope scope = DedicatedWorkerGlobalScope.current();
    if (scope.getName().equals("suite")) {
      new WorkerProgram(scope).listen();
    } else {
      new HelperProgram(scope).listen();
    }
    scope.postMessage(Message.of("ready"));
  }
}
