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
  private TaskTrace() {}

  /**
   * How long each task took, in milliseconds, of the busiest thread of a name: of several renderers
   * and workers the page's own is.
   *
   * @param onProcessor whether only the time counts in which the thread ran
   */
  static List<Double> ofBusiest(
      Page page, String threadName, boolean onProcessor, Runnable action) {
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
    Map<String, List<Double>> tasks = new HashMap<>();
    for (JsonElement event : events) {
      JsonObject fields = event.getAsJsonObject();
      if (name(fields).endsWith("RunTask")
          && fields.has(onProcessor ? "tdur" : "dur")
          && threads.contains(thread(fields))) {
        double ms = fields.get(onProcessor ? "tdur" : "dur").getAsDouble() / 1_000;
        busy.merge(thread(fields), ms, Double::sum);
        tasks.computeIfAbsent(thread(fields), key -> new ArrayList<>()).add(ms);
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
