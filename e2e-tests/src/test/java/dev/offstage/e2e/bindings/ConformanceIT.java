package dev.offstage.e2e.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import dev.offstage.e2e.browser.BrowserKind;
import dev.offstage.e2e.browser.Browsers;
import dev.offstage.e2e.junit.SharedBrowsers;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every conformance case of the bindings holds in every place that it is for, and the library's
 * README tells what each saw.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedBrowsers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConformanceIT {
  private static final Path README =
      ConformanceRun.module().getParent().resolve("bindings/README.md");

  private final Map<ConformancePlace, List<CaseResult>> runs =
      new EnumMap<>(ConformancePlace.class);
  private Browsers browsers;
  private Browser withTrackLists;
  private MediaServer server;

  @BeforeAll
  void start(Browsers shared) {
    browsers = shared;
    withTrackLists = browsers.startChromium(ConformancePlace.TRACK_LISTS);
    server = ConformanceRun.serve();
  }

  @AfterAll
  void stop() {
    server.close();
    withTrackLists.close();
  }

  @TestFactory
  @Order(1)
  Stream<DynamicNode> case_inItsPlaces_holds() {
    runAll();
    return runs.keySet().stream().map(place -> dynamicContainer(place.name(), tests(place)));
  }

  @Test
  @Order(2)
  void builds_ofTheProgram_sayTheSame() {
    assumeTrue(runs.size() == ConformancePlace.values().length);
    for (String column : List.of("CHROMIUM_WORKER", "CHROMIUM_PAGE", "CHROMIUM_TRACKS")) {
      List<String> differences = outcomes(ConformancePlace.valueOf(column + "_WASM"));
      differences.removeAll(outcomes(ConformancePlace.valueOf(column + "_JS")));
      assertEquals(List.of(), differences, column + ": what WebAssembly alone says");
    }
  }

  @Test
  @Order(3)
  void worker_thatDies_endsInANamedFailure() {
    try (ConformanceRun run =
        ConformanceRun.start(
            browsers.get(BrowserKind.CHROMIUM),
            server,
            ConformancePlace.CHROMIUM_WORKER_JS,
            "&patience=3000")) {
      run.killWorker();
      AssertionError failure = assertThrows(AssertionError.class, run::results);
      assertTrue(
          failure.getMessage().contains("no case ended in 3000 ms after: "), failure::getMessage);
    }
  }

  /** Locally an outdated table is replaced; where {@code CI} is set, it fails the build. */
  @Test
  @Order(4)
  void report_inTheReadme_isThatOfThisRun() throws IOException {
    assumeTrue(runs.size() == ConformancePlace.values().length);
    ReportTable table = new ReportTable(runs);
    if (System.getenv("CI") == null) {
      table.write(README);
    }
    assertTrue(table.isIn(README), () -> "README.md of the bindings is outdated:\n" + table.text());
  }

  /** All places at the same time: the cases wait more than they compute. */
  private void runAll() {
    Map<ConformancePlace, ConformanceRun> started = new EnumMap<>(ConformancePlace.class);
    try {
      for (ConformancePlace place : ConformancePlace.values()) {
        Browser own = place.withTrackLists() ? withTrackLists : browsers.get(place.browser);
        started.put(place, ConformanceRun.start(own, server, place));
      }
      started.forEach((place, run) -> runs.put(place, run.results()));
    } finally {
      started.values().forEach(ConformanceRun::close);
    }
  }

  private Stream<DynamicNode> tests(ConformancePlace place) {
    return runs.get(place).stream().map(result -> test(place, result));
  }

  private List<String> outcomes(ConformancePlace place) {
    List<String> outcomes = new ArrayList<>();
    runs.get(place).forEach(result -> outcomes.add(result.outcome() + " " + result.name()));
    return outcomes;
  }

  private static DynamicNode test(ConformancePlace place, CaseResult result) {
    return dynamicTest(
        result.name(),
        () -> {
          String reason = KnownDifferences.reason(place.browser, result.name());
          if (reason == null) {
            assertNotEquals("fail", result.outcome(), result::saw);
          } else {
            assertEquals("fail", result.outcome(), "no difference any more: " + reason);
          }
        });
  }
}
