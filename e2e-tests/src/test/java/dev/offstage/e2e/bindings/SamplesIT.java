package dev.offstage.e2e.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.browser.BrowserKind;
import dev.offstage.e2e.browser.Browsers;
import dev.offstage.e2e.browser.Tab;
import dev.offstage.e2e.junit.SharedBrowsers;
import dev.offstage.e2e.server.MediaServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sample of the bindings does what its page says, in Chromium, in both builds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedBrowsers.class)
class SamplesIT {
  private static final Path MODULE = ConformanceRun.module().resolveSibling("samples");

  private final List<String> errors = new ArrayList<>();
  private Tab tab;
  private Page page;
  private MediaServer server;

  @BeforeAll
  void start(Browsers browsers) {
    tab = Tab.fresh(browsers.get(BrowserKind.CHROMIUM));
    page = tab.page();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    server =
        MediaServer.start()
            .serve("/media/", ProjectFiles.media())
            .serve("/samples/program/", MODULE.resolve("target/program"));
    for (String name :
        List.of("handle.html", "stream.html", "gapless.html", "live.html", "worker.js")) {
      server.serve("/samples/" + name, ConformanceRun.read(MODULE.resolve("src/site/" + name)));
    }
  }

  @AfterAll
  void stop() {
    tab.close();
    server.close();
  }

  @AfterEach
  void pagesHadNoErrors() {
    assertEquals(List.of(), errors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wasm", "js"})
  void handle_itsPage_playsTheFile(String build) {
    open("handle", build);
    page.waitForFunction("() => Math.abs(document.querySelector('video').duration - 12) < 0.01");
    endsAt(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wasm", "js"})
  void stream_itsPage_playsWhatComesInChunks(String build) {
    open("stream", build);
    page.waitForFunction("() => Math.abs(document.querySelector('video').duration - 12) < 0.01");
    endsAt(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wasm", "js"})
  void gapless_itsPage_playsAcrossTheJoint(String build) {
    open("gapless", build);
    page.waitForFunction("() => document.querySelector('video').duration < 7.3");
    assertEquals(1, page.evaluate("() => document.querySelector('video').buffered.length"));
    assertEquals(320, page.evaluate("() => document.querySelector('video').videoWidth"));
    page.evaluate("() => { document.querySelector('video').currentTime = 2.6; }");
    page.waitForFunction(
        "() => { const video = document.querySelector('video');"
            + " return video.currentTime > 3.6 && video.videoWidth === 480; }");
    endsAt(7.2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wasm", "js"})
  void live_itsPage_movesWhatCanBeSought(String build) {
    open("live", build);
    page.waitForFunction("() => document.querySelector('video').duration === Infinity");
    seekable(0, 6);
    seekable(0, 8);
    seekable(2, 10);
    assertTrue(
        (Boolean) page.evaluate("() => document.querySelector('video').currentTime > 0.2"),
        "it plays");
  }

  private void open(String sample, String build) {
    errors.clear();
    page.navigate(server.url("/samples/" + sample + ".html?engine=" + build));
  }

  private void seekable(double start, double end) {
    page.waitForFunction(
        "([start, end]) => { const { seekable } = document.querySelector('video');"
            + " return seekable.length === 1 && seekable.start(0) === start"
            + " && seekable.end(0) === end; }",
        List.of(start, end));
  }

  /** Plays the last half second. */
  private void endsAt(double time) {
    page.evaluate("time => { document.querySelector('video').currentTime = time; }", time - 0.5);
    page.waitForFunction("() => document.querySelector('video').ended");
    assertEquals(
        time,
        ((Number) page.evaluate("() => document.querySelector('video').currentTime")).doubleValue(),
        0.05);
  }
}
