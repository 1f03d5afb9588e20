package dev.offstage.simulator.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder sizes = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      sizes.append(i == 0 ? "" : ",").append("[600000, 2000000]");
    }
    write(
        "movie.json",
        "{\"segment_duration_ms\": 2000, \"bitrates_kbps\": [300, 1000], \"segment_sizes_bits\": ["
            + sizes
            + "]}");
    Files.createDirectory(folder.resolve("traces"));
    write("traces/fast.json", trace(60_000, 10_000));
    write("traces/slow.json", trace(60_000, 150));
  }

  @Test
  void eachTrace_getsARow_andTheMeansTheLast() {
    assertEquals(0, run("--movie", path("movie.json"), "--traces", path("traces")));
    String[] rows = out.toString(StandardCharsets.UTF_8).strip().split("\n");
    assertEquals("trace," + Figures.HEADER, rows[0]);
    assertTrue(rows[1].startsWith("fast,"));
    assertTrue(rows[2].startsWith("slow,"));
    assertTrue(rows[3].startsWith("mean,"));
    assertEquals(4, rows.length);
  }

  @Test
  void lineOfHalfTheLowestRate_standsStillForHalfOfTheTime() {
    run("--movie", path("movie.json"), "--traces", path("traces/slow.json"), "--policy", "bola");
    String[] slow = out.toString(StandardCharsets.UTF_8).split("\n")[1].split(",");
    assertEquals(150, Double.parseDouble(slow[1]), 5);
    assertEquals(0, Double.parseDouble(slow[2]), 1e-9);
    assertEquals(0.47, Double.parseDouble(slow[3]), 0.02); // the first segment is start-up
    assertEquals(-5 * Double.parseDouble(slow[3]), Double.parseDouble(slow[6]), 0.001);
  }

  @Test
  void syntheticLines_areNamedByTheirSeeds() {
    assertEquals(
        0, run("--movie", path("movie.json"), "--synthetic", "sd", "--lines", "2", "--seed", "7"));
    String[] rows = out.toString(StandardCharsets.UTF_8).split("\n");
    assertTrue(rows[1].startsWith("sd-7,"));
    assertTrue(rows[2].startsWith("sd-8,"));
    assertEquals(4, rows.length);
  }

  @Test
  void sameCommand_printsTheSame() {
    String[] line = {
      "--movie", path("movie.json"), "--traces", path("traces"), "--policy", "bolae"
    };
    run(line);
    String first = out.toString(StandardCharsets.UTF_8);
    out.reset();
    run(line);
    assertEquals(first, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void help_isPrinted() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("--policy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--movie M",
        "--traces T",
        "--movie",
        "--nonesuch 1",
        "--movie M --traces T --policy nonesuch",
        "--movie M --traces T --buffer -1",
        "--movie M --traces T --buffer 3",
        "--movie M --traces T --scheme nonesuch",
        "--movie nonesuch --traces T",
        "--movie M --traces nonesuch",
        "--movie T/slow.json --traces T",
        "--movie M --traces M"
      })
  void wrongArguments_areExplained_withStatusTwo(String line) {
    String real = line.replace("M", path("movie.json")).replace("T/", path("traces") + "/");
    real = real.replaceAll("T$|T(?= )", path("traces"));
    assertEquals(2, run(real.isEmpty() ? new String[0] : real.split(" ")));
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("error: "));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }

  private int run(String... line) {
    return TraceCommand.run(new PrintStream(out, true), new PrintStream(err, true), line);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String trace(int durationMs, int kbps) {
    return "[{\"duration_ms\": "
        + durationMs
        + ", \"bandwidth_kbps\": "
        + kbps
        + ", \"latency_ms\": 20}]";
  }
}
