package dev.offstage.e2e.benchmark;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks of a thread in Chromium, from a trace: noting them costs time, so it is not for sums.
 */
final class TaskTrace {
  /**
   * A task.
   *
   * @param ms how long it took, in milliseconds
   * @param processorMs in how many of these its thread ran: on a machine with few cores it often
   *     waits for one
   */
  record Task(double ms, double processorMs) {}

  private TaskTrace() {}

  /**
   * The tasks of the busiest thread of a name: of several renderers and workers the page's own is.
   */
  static List<Task> ofBusiest(Page page, String threadName, Runnable action) {
    Browser browser = page.context().browser();
    browser.startTracing(
        page,
        new Browser.StartTracingOptions()
            .setCategories(List.of("toplevel", "devtools.timeline", "__metadata")));
    action.run();
    JsonArray events =
        new Gson()
            .fromJson(new String(browser.stopTracing(), StandardCharsets.UTF_8), JsonObject.class)
            .getAsJsonArray("traceEvents");
    Set<String> threads = new HashSet<>();
    for (JsonElement event : events) {
      JsonObject fields = event.getAsJsonObject();
      if (name(fields).equals("thread_name")
          && fields.getAsJsonObject("args").get("name").getAsString().startsWith(threadName)) {
        threads.add(thread(fields));
      }
    }
    Map<String, Double> busy = new HashMap<>();
    Map<String, List<Task>> tasks = new HashMap<>();
    for (JsonElement event : events) {
      JsonObject fields = event.getAsJsonObject();
      if (name(fields).endsWith("RunTask")
          && fields.has("dur")
          && fields.has("tdur")
          && threads.contains(thread(fields))) {
        double ms = fields.get("dur").getAsDouble() / 1_000;
        double processorMs = fields.get("tdur").getAsDouble() / 1_000;
        busy.merge(thread(fields), processorMs, Double::sum);
        tasks
            .computeIfAbsent(thread(fields), key -> new ArrayList<>())
            .add(new Task(ms, processorMs));
      }
    }
    return tasks.get(
        busy.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
  }

  private static String name(JsonObject fields) {
    return fields.get("name").getAsString();
  }

  private static String thread(JsonObject event) {
    return event.get("pid").getAsString() + "/" + event.get("tid").getAsString();
  }
}
