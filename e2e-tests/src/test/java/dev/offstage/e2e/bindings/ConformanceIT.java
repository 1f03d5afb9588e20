package dev.offstage.e2e.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.offstage.e2e.browser.Browsers;
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

/**
 * Every conformance case of the bindings holds in every place that it is for, and the library's
 * README tells what each saw.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConformanceIT {
  private static final Path README =
      ConformanceRun.module().getParent().resolve("bindings/README.md");

  /** What runs at the same time: the cases wait more than they compute. */
  private static final List<List<ConformancePlace>> BATCHES =
      List.of(
          List.of(ConformancePlace.CHROMIUM_WORKER_WASM, ConformancePlace.FIREFOX_PAGE_WASM),
          List.of(ConformancePlace.CHROMIUM_WORKER_JS, ConformancePlace.FIREFOX_PAGE_JS),
          List.of(ConformancePlace.CHROMIUM_PAGE_WASM, ConformancePlace.CHROMIUM_PAGE_JS));

  private final Map<ConformancePlace, List<CaseResult>> runs =
      new EnumMap<>(ConformancePlace.class);
  private Browsers browsers;
  private MediaServer server;

  @BeforeAll
  void start() {
    browsers = new Browsers();
    server = ConformanceRun.serve();
  }

  @AfterAll
  void stop() {
    server.close();
    browsers.close();
  }

  @TestFactory
  @Order(1)
  Stream<DynamicNode> case_inItsPlaces_holds() {
    return BATCHES.stream()
        .flatMap(batch -> run(batch).stream())
        .map(place -> dynamicContainer(place.name(), tests(place)));
  }

  @Test
  @Order(2)
  void builds_ofTheProgram_sayTheSame() {
    assumeTrue(runs.size() == ConformancePlace.values().length);
    for (String column : List.of("CHROMIUM_WORKER", "CHROMIUM_PAGE", "FIREFOX_PAGE")) {
      List<String> differences = outcomes(ConformancePlace.valueOf(column + "_WASM"));
      differences.removeAll(outcomes(ConformancePlace.valueOf(column + "_JS")));
      assertEquals(List.of(), differences, column + ": what WebAssembly alone says");
    }
  }

  /** Locally an outdated table is replaced; where {@code CI} is set, it fails the build. */
  @Test
  @Order(3)
  void report_inTheReadme_isThatOfThisRun() throws IOException {
    assumeTrue(runs.size() == ConformancePlace.values().length);
    ReportTable table = new ReportTable(runs);
    if (System.getenv("CI") == null) {
      table.write(README);
    }
    assertTrue(table.isIn(README), () -> "README.md of the bindings is outdated:\n" + table.text());
  }

  private List<ConformancePlace> run(List<ConformancePlace> batch) {
    List<ConformanceRun> started = new ArrayList<>();
    try {
      batch.forEach(place -> started.add(ConformanceRun.start(browsers, server, place)));
      for (int i = 0; i < batch.size(); i++) {
        runs.put(batch.get(i), started.get(i).results());
      }
    } finally {
      started.forEach(ConformanceRun::close);
    }
    return batch;
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
