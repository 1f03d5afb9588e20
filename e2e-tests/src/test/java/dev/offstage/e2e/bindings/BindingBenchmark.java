package dev.offstage.e2e.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offstage.e2e.browser.BrowserKind;
import dev.offstage.e2e.browser.Browsers;
import dev.offstage.e2e.server.MediaServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints what a call through the bindings costs and what the same call costs as a raw {@code
 * JSBody}, in Chromium, for both builds. No test: it runs when it is asked for, by {@code ./mvnw
 * verify -pl e2e-tests -am -Dit.test=BindingBenchmark -Dtest=none
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class BindingBenchmark {
  @Test
  void calls_throughBindingsAndRaw_print() {
    try (Browsers browsers = new Browsers();
        MediaServer server = ConformanceRun.serve()) {
      System.out.println("| call | build | binding, ns | raw, ns |\n| --- | --- | --- | --- |");
      for (String build : List.of("js", "wasm")) {
        List<CaseResult> results;
        try (ConformanceRun run =
            ConformanceRun.start(browsers.get(BrowserKind.CHROMIUM), server, "benchmark", build)) {
          results = run.results();
        }
        assertEquals(9, results.size());
        for (CaseResult result : results) {
          System.out.println(
              "| " + result.name() + " | " + result.outcome() + " | " + result.saw() + " |");
        }
      }
    }
  }
}
