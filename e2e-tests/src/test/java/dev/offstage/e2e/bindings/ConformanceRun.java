package dev.offstage.e2e.bindings;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run of the conformance program in one place, under way from its making. */
final class ConformanceRun implements AutoCloseable {
  private static final List<String> SITE =
      List.of("page.html", "boot.js", "stand-in.js", "worker.js", "other-worker.js");
  private static final double LIMIT_MS = 120_000;

  private final List<String> log = new ArrayList<>();
  private final BrowserContext context;
  private final Page page;

  private ConformanceRun(Browser browser, String url) {
    // What is small is soon drawn: each case writes a line.
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 240));
    page = context.newPage();
    page.onConsoleMessage(message -> log.add(message.text()));
    page.onPageError(log::add);
    page.onCrash(crashed -> log.add("the page crashed"));
    page.navigate(url);
  }

  /** Starts the cases of a place. */
  static ConformanceRun start(Browser browser, MediaServer server, ConformancePlace place) {
    return start(browser, server, place, "");
  }

  /** Starts the cases of a place with a further query, which begins with an ampersand. */
  static ConformanceRun start(
      Browser browser, MediaServer server, ConformancePlace place, String query) {
    String url =
        server.url(
            "/page.html?engine="
                + place.build
                + "&place="
                + place.context
                + "&only="
                + place.only()
                + query);
    return new ConformanceRun(browser, url);
  }

  /** Starts a part of the program: {@code worker} or {@code page}, or {@code benchmark}. */
  static ConformanceRun start(Browser browser, MediaServer server, String part, String build) {
    String url = server.url("/page.html?engine=" + build + "&place=" + part);
    return new ConformanceRun(browser, url);
  }

  /**
   * Waits for the end and answers what became of each case.
   *
   * @throws AssertionError if the program does not come to its end
   */
  List<CaseResult> results() {
    try {
      page.waitForFunction(
          "() => globalThis.report || globalThis.broken",
          null,
          // Asked for in every frame, all the pages would be drawn for it all the time.
          new Page.WaitForFunctionOptions().setTimeout(LIMIT_MS).setPollingInterval(100));
    } catch (PlaywrightException e) {
      throw new AssertionError("no report; the page said " + log, e);
    }
    Object broken = page.evaluate("() => globalThis.broken ?? null");
    if (broken != null) {
      throw new AssertionError("the program broke: " + broken + "; the page said " + log);
    }
    List<CaseResult> results = new ArrayList<>();
    for (Object each : (List<?>) page.evaluate("() => globalThis.report")) {
      Map<?, ?> result = (Map<?, ?>) each;
      results.add(
          new CaseResult(
              (String) result.get("name"),
              (String) result.get("outcome"),
              (String) result.get("saw")));
    }
    return results;
  }

  /** Makes the worker end itself without a word, as one that crashed. */
  void killWorker() {
    page.waitForCondition(() -> !page.workers().isEmpty());
    page.workers().get(0).evaluate("() => self.close()");
  }

  @Override
  public void close() {
    context.close();
  }

  /** The module with the programs. */
  static Path module() {
    return ProjectFiles.dist().getParent().getParent().resolve("teavm-app/conformance");
  }

  /** A server with the program, its pages and the test media. */
  static MediaServer serve() {
    MediaServer server =
        MediaServer.start()
            .serve("/media/", ProjectFiles.media())
            .serve("/clips/", module().resolve("src/media"))
            .serve("/program/", module().resolve("target/program"));
    for (String name : SITE) {
      server.serve("/" + name, read(module().resolve("src/site/" + name)));
    }
    return server;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
