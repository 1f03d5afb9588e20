package dev.offstage.conformance.stage;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.function.JSConsumer;

/** The page's element, asked by messages. */
public final class RemoteScreen extends Screen {
  private final DedicatedWorkerGlobalScope scope;
  private final Map<Integer, Waiter> waiting = new HashMap<>();
  private int lastId;

  public RemoteScreen(DedicatedWorkerGlobalScope scope) {
    this.scope = scope;
    scope.onMessage(event -> receive(event.getData().cast()));
  }

  @Override
  public void attach(MediaSource source) {
    MediaSourceHandle handle = source.getHandle();
    if (handle == null) {
      throw new Absent("no MediaSource.handle");
    }
    ask("attach", "", 0, handle);
  }

  @Override
  Message ask(String verb, String text, double number, @Nullable JSObject value) {
    int id = ++lastId;
    Message question = Message.of("screen");
    question.setId(id);
    question.setName(verb);
    question.setText(text);
    question.setNumber(number);
    question.setValue(value);
    JSPromise<Message> answer =
        new JSPromise<>((resolve, reject) -> waiting.put(id, new Waiter(resolve)));
    if (value == null) {
      scope.postMessage(question);
    } else {
      scope.postMessage(question, JSArray.of(value));
    }
    Message answered = Await.value("the page's " + verb + " " + text, answer);
    if (answered.getKind().equals("trouble")) {
      throw new CaseFailure(answered.getText());
    }
    return answered;
  }

  private void receive(Message message) {
    Waiter waiter = waiting.remove(message.getId());
    if (waiter != null) {
      waiter.resolve.accept(message);
    }
  }

  /** A function of the browser cannot itself stand in a collection of Java's. */
  private record Waiter(JSConsumer<Message> resolve) {}
}
