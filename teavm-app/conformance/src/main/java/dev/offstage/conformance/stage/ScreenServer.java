package dev.offstage.conformance.stage;

import dev.offstage.bindings.worker.Worker;
import org.teavm.jso.core.JSPromise;

/** Answers a worker's {@link RemoteScreen} with what this page's element says. */
public final class ScreenServer {
  private final LocalScreen screen;

  public ScreenServer(LocalScreen screen) {
    this.screen = screen;
  }

  /** Answers one question, in a coroutine of its own since the answer may take time. */
  public void answer(Message question, Worker asker) {
    JSPromise.runAsync(
        () -> {
          Message answer;
          try {
            answer =
                screen.ask(
                    question.getName(),
                    question.getText(),
                    question.getNumber(),
                    question.getValue());
          } catch (RuntimeException e) {
            answer = Message.of("trouble");
            answer.setText(String.valueOf(e.getMessage()));
          }
          answer.setId(question.getId());
          asker.postMessage(answer);
        });
  }
}
