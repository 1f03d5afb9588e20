package dev.offstage.e2e.benchmark;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.offstage.e2e.page.MediaPage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Set<String> mainThreads = new HashSet<>();
    for (JsonElement event : events) {
      JsonObject fields = event.getAsJsonObject();
      if (name(fields).equals("thread_name")
          && fields.getAsJsonObject("args").get("name").getAsString().equals("CrRendererMain")) {
        mainThreads.add(thread(fields));
      }
    }
    // Of several renderers the page's is the busiest.
    Map<String, Double> busy = new HashMap<>();
    Map<String, Double> longest = new HashMap<>();
    for (JsonElement event : events) {
      JsonObject fields = event.getAsJsonObject();
      if (name(fields).endsWith("RunTask")
          && fields.has("dur")
          && mainThreads.contains(thread(fields))) {
        double ms = fields.get("dur").getAsDouble() / 1_000;
        busy.merge(thread(fields), ms, Double::sum);
        longest.merge(thread(fields), ms, Math::max);
      }
    }
    String busiest =
        busy.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return Map.of("longest", longest.get(busiest), "traced", busy.get(busiest));
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

  private static String thread(JsonObject event) {
    return event.get("pid").getAsString() + "/" + event.get("tid").getAsString();
  }
}
