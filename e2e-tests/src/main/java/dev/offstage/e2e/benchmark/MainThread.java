package dev.offstage.e2e.benchmark;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.offstage.e2e.benchmark.TaskTrace.Task;
import dev.offstage.e2e.page.MediaPage;
import java.util.List;
import java.util.Map;

/** The main thread of a page in Chromium, as the DevTools protocol tells of it. */
final class MainThread implements AutoCloseable {
  private final Page page;
  private final CDPSession session;

  MainThread(MediaPage page) {
    this.page = page.playwright();
    session = this.page.context().newCDPSession(this.page);
    session.send("Performance.enable");
  }

  /** Milliseconds that pass in scripts and in tasks while something is done. */
  Map<String, Double> measure(Runnable action) {
    double script = metric("ScriptDuration");
    double task = metric("TaskDuration");
    action.run();
    return Map.of(
        "script", (metric("ScriptDuration") - script) * 1_000,
        "task", (metric("TaskDuration") - task) * 1_000);
  }

  /** The longest task in milliseconds while something is done. */
  Map<String, Double> trace(Runnable action) {
    List<Task> tasks = TaskTrace.ofBusiest(page, "CrRendererMain", action);
    return Map.of(
        "longest", tasks.stream().mapToDouble(Task::ms).max().orElseThrow(),
        "longestRun", tasks.stream().mapToDouble(Task::processorMs).max().orElseThrow(),
        "traced", tasks.stream().mapToDouble(Task::ms).sum());
  }

  @Override
  public void close() {
    session.detach();
  }

  private double metric(String name) {
    for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      JsonObject fields = metric.getAsJsonObject();
      if (name(fields).equals(name)) {
        return fields.get("value").getAsDouble();
      }
    }
    throw new IllegalStateException("the browser does not tell " + name);
  }

  private static String name(JsonObject fields) {
    return fields.get("name").getAsString();
  }
}
