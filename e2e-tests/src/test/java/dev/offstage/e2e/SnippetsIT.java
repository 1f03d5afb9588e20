package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.LiveOrigin;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The code blocks of the documentation: scripts and markup are run one after the other in a page;
 * Java must stand in the sources, whose own tests run it.
 */
class SnippetsIT {
  private static final Path SNIPPETS = ProjectFiles.snippets();
  private static final Path BUILT = ProjectFiles.target().resolve("snippets");

  private static final String PAGE =
      "<!doctype html><meta charset=utf-8><title>Snippets</title><link rel=icon href='data:,'>"
          + "<body></body><script type=module>import { runAll } from './stage.js'; window.runAll = runAll;</script>";

  @BeforeAll
  static void build() throws Exception {
    Path npm = ProjectFiles.dist().resolveSibling("build/npm.sh");
    Path log = ProjectFiles.target().resolve("snippets.log");
    Process process =
        new ProcessBuilder("sh", npm.toString(), "build", SNIPPETS.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0, "see " + log);
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void programs_run(MediaServer server, MediaPage stage) {
    server.serve("/dist/", ProjectFiles.dist());
    server.serve("/snippets/", BUILT);
    server.serve("/snippets/offstage/", ProjectFiles.dist());
    server.serve("/snippets/index.html", PAGE);
    server.serve("/snippets/captions.en.vtt", "WEBVTT\n\n00:00.000 --> 00:30.000\nHello\n");
    server.serve("/snippets/telemetry", "");
    server.serve("/snippets/requests.txt", () -> server.requests().toString());
    server.on("/media/missing.mpd").status(404);
    LiveOrigin.on(server, 15, 30);

    Page page = stage.playwright();
    page.navigate(server.url("/snippets/index.html"));
    stage.waitUntil("window.runAll");
    List<?> results = (List<?>) page.evaluate("runAll()");
    List<?> failed =
        results.stream().filter(result -> !result.toString().contains("failures=[]")).toList();
    assertTrue(results.size() > 20, results::toString);
    assertEquals(List.of(), failed);
  }

  @Test
  void java_standsInTheSources() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("samples", "worker")) {
      Path directory = ProjectFiles.web().resolveSibling("teavm-app/" + module + "/src/main/java");
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    List<String> blocks = javaBlocks();
    assertTrue(blocks.size() >= 2);
    for (String block : blocks) {
      assertTrue(sources.indexOf(block) >= 0, () -> "not in the sources any more:\n" + block);
    }
  }

  private static List<String> javaBlocks() throws IOException {
    try (Stream<Path> files = Files.list(BUILT)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(SnippetsIT::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
