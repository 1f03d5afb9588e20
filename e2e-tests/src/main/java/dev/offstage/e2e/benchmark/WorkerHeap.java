package dev.offstage.e2e.benchmark;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.offstage.e2e.page.MediaPage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The heaps of a page's dedicated workers in Chromium, as the DevTools protocol tells of them. */
final class WorkerHeap implements AutoCloseable {
  private static final int LIMIT_MS = 20_000;

  private final Gson gson = new Gson();
  private final Page page;
  private final CDPSession session;
  private final Map<Integer, JsonObject> answers = new HashMap<>();
  private final Set<String> workers = new LinkedHashSet<>();
  private int sent;

  /**
   * @param count how many workers the page has, or is about to have
   */
  WorkerHeap(MediaPage page, int count) {
    this.page = page.playwright();
    session = this.page.context().newCDPSession(this.page);
    session.on(
        "Target.attachedToTarget", event -> workers.add(event.get("sessionId").getAsString()));
    session.on(
        "Target.receivedMessageFromTarget",
        event -> {
          String text = event.get("message").getAsString();
          JsonObject message = gson.fromJson(text, JsonObject.class);
          if (message.has("id")) {
            answers.put(message.get("id").getAsInt(), message);
          }
        });
    JsonObject options = new JsonObject();
    options.addProperty("autoAttach", true);
    options.addProperty("waitForDebuggerOnStart", false);
    options.addProperty("flatten", false);
    session.send("Target.setAutoAttach", options);
    until(() -> workers.size() == count);
  }

  /**
   * Bytes of all that is alive, buffers outside the heaps included, after garbage collections; the
   * sum of all workers.
   */
  double usedBytes() {
    double bytes = 0;
    for (String worker : workers) {
      // The first one queues finalizers, whose work the second one makes free.
      ask(worker, "HeapProfiler.collectGarbage");
      ask(worker, "HeapProfiler.collectGarbage");
      JsonObject usage = ask(worker, "Runtime.getHeapUsage").getAsJsonObject("result");
      bytes += usage.get("usedSize").getAsDouble() + usage.get("backingStorageSize").getAsDouble();
    }
    return bytes;
  }

  @Override
  public void close() {
    session.detach();
  }

  private JsonObject ask(String worker, String method) {
    int id = ++sent;
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("method", method);
    JsonObject envelope = new JsonObject();
    envelope.addProperty("sessionId", worker);
    envelope.addProperty("message", gson.toJson(message));
    session.send("Target.sendMessageToTarget", envelope);
    until(() -> answers.containsKey(id));
    JsonObject answer = answers.remove(id);
    if (answer.has("error")) {
      throw new IllegalStateException(method + ": " + answer.get("error"));
    }
    return answer;
  }

  private void until(BooleanSupplier condition) {
    page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(LIMIT_MS));
  }
}
