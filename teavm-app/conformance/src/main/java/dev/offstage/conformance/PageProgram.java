package dev.offstage.conformance;

import dev.offstage.bindings.worker.Worker;
import dev.offstage.conformance.bench.BindingBenchmark;
import dev.offstage.conformance.cases.AllCases;
import dev.offstage.conformance.stage.Helper;
import dev.offstage.conformance.stage.LocalScreen;
import dev.offstage.conformance.stage.Message;
import dev.offstage.conformance.stage.ScreenServer;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import java.util.Arrays;
import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSPromise;

/** The page: runs its own cases, or lends its element to the worker that runs the others. */
final class PageProgram {
  private final String engine;
  private final String only;
  private final LocalScreen screen = new LocalScreen();

  PageProgram(String engine, String only) {
    this.engine = engine;
    this.only = only;
  }

  void run(boolean inWorker) {
    if (inWorker) {
      runInWorker();
    } else {
      JSPromise.runAsync(
          () -> {
            new Runner(new Stage(screen, engine, false), PageProgram::caseEnded)
                .run(AllCases.suite().cases(), false, only);
            suiteEnded();
          });
    }
  }

  /** Times calls instead of running cases; an outcome is the name of the build. */
  void runBenchmark() {
    BindingBenchmark.run(
        (call, bindingNs, rawNs) ->
            caseEnded(call, engine, figures(bindingNs) + " | " + figures(rawNs)));
    suiteEnded();
  }

  /** The median, and the least and the most in brackets, in nanoseconds. */
  private static String figures(double[] times) {
    Arrays.sort(times);
    return tenth(times[times.length / 2])
        + " ("
        + tenth(times[0])
        + " to "
        + tenth(times[times.length - 1])
        + ")";
  }

  private static String tenth(double number) {
    return Text.of(Math.round(number * 10) / 10.0);
  }

  private void runInWorker() {
    ScreenServer server = new ScreenServer(screen);
    Worker worker = Helper.worker(engine, "suite");
    worker.onError(event -> suiteBroke("the worker failed: " + event.getMessage()));
    worker.onMessage(
        event -> {
          Message message = event.getData().cast();
          switch (message.getKind()) {
            case "ready" -> worker.postMessage(order());
            case "screen" -> server.answer(message, worker);
            case "case" -> caseEnded(message.getName(), message.getOutcome(), message.getText());
            case "end" -> suiteEnded();
            default -> suiteBroke(message.getKind() + ": " + message.getText());
          }
        });
  }

  private Message order() {
    Message order = Message.of("run");
    order.setName(engine);
    order.setText(only);
    return order;
  }

  @JSBody(
      params = {"name", "outcome", "saw"},
      script = "caseEnded(name, outcome, saw);")
  private static native void caseEnded(String name, String outcome, String saw);

  @JSBody(script = "suiteEnded();")
  private static native void suiteEnded();

  @JSBody(params = "text", script = "suiteBroke(text);")
  private static native void suiteBroke(String text);
}
