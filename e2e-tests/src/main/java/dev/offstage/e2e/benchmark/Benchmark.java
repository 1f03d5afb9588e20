package dev.offstage.e2e.benchmark;

import com.microsoft.playwright.Browser;
import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.benchmark.StartMeasure.Beginning;
import dev.offstage.e2e.browser.BrowserKind;
import dev.offstage.e2e.browser.Browsers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Measures every contender in Chromium, round by round, prints tables and writes {@code
 * target/benchmark.json}. {@link Options} says what can be chosen.
 */
public final class Benchmark {
  private static final List<Measure> MEASURES =
      List.of(
          new StartMeasure(Beginning.WARM, Streams.VIDEO_ALONE),
          new StartMeasure(Beginning.WARM, Streams.VIDEO_AND_AUDIO),
          new StartMeasure(Beginning.COLD, Streams.VIDEO_AND_AUDIO),
          new StartMeasure(Beginning.COLD_CODE, Streams.VIDEO_AND_AUDIO),
          PageMeasure.dash(false),
          PageMeasure.dash(true),
          PageMeasure.hls(false),
          PageMeasure.hls(true),
          new SeekMeasure(),
          new SeeksMeasure(),
          new CostMeasure(false),
          new CostMeasure(true),
          new StepsMeasure(),
          new ReloadMeasure(),
          new TransmuxMeasure(),
          new RecoveryMeasure("terminate"),
          new RecoveryMeasure("hang"),
          new GrowthMeasure(),
          new PlayersMeasure(true),
          new PlayersMeasure(false),
          new FreezeMeasure(
              "1900of2000ms",
              Duration.ofSeconds(20),
              Duration.ofMillis(1900),
              Duration.ofMillis(2000)),
          FreezeMeasure.solid(8),
          FreezeMeasure.solid(16));

  /** The turns are shuffled, and the same in every run. */
  private final Random turns = new Random(1);

  private final Options options;
  private final Browsers browsers;
  private final CodeFiles code;

  private Benchmark(Options options, Browsers browsers, CodeFiles code) {
    this.options = options;
    this.browsers = browsers;
    this.code = code;
  }

  public static void main(String[] arguments) throws IOException {
    Options options = Options.fromSystemProperties();
    CodeFiles code = new CodeFiles(PeerBundles.make(), options.trace());
    Path file = ProjectFiles.target().resolve("benchmark.json");
    try (Browsers browsers = new Browsers()) {
      Benchmark benchmark = new Benchmark(options, browsers, code);
      Machine machine = Machine.here("Chromium " + benchmark.browser().version());
      Report report = new Report(machine, code.sizes());
      report.printHeader(System.out);
      List<Result> results = new ArrayList<>();
      for (Measure measure : MEASURES) {
        if (options.wants(measure)) {
          Result result = benchmark.run(measure);
          results.add(result);
          report.print(result, System.out);
          report.write(results, file);
        }
      }
    }
    System.out.println("\nAll samples: " + file);
  }

  private Result run(Measure measure) {
    Result result = new Result(measure);
    List<Contender> order = new ArrayList<>(options.contenders());
    order.removeIf(contender -> !measure.accepts(contender));
    for (int round = 0; round <= measure.rounds(options); round++) {
      Collections.shuffle(order, turns);
      for (Contender contender : order) {
        Result.Sample sample = sample(measure, contender);
        if (sample.failure() != null) {
          System.err.println(measure.id() + ", " + contender.label() + ": " + sample.failure());
        }
        if (round > 0) {
          result.add(contender, sample);
        }
      }
    }
    return result;
  }

  private Result.Sample sample(Measure measure, Contender contender) {
    double load = Machine.load();
    try (Stage stage = new Stage(contender, browser(), code, options.trace())) {
      Map<String, Double> values = measure.take(stage);
      Double origin = values.get("origin");
      List<String> story = origin == null ? List.of() : stage.story(origin);
      return new Result.Sample(values, stage.describe(), load, story, null);
    } catch (RuntimeException | AssertionError e) {
      return new Result.Sample(Map.of(), "", load, List.of(), firstLines(e));
    }
  }

  /** Enough of a failure to know it by; a driver's messages go on for pages. */
  private static String firstLines(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().limit(3).collect(Collectors.joining(" "));
  }

  private Browser browser() {
    return browsers.get(BrowserKind.CHROMIUM);
  }
}
