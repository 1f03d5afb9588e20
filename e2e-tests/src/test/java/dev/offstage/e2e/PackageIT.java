package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_240P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;

/** The npm package as others get it: packed, unpacked and served, and bundled into a page. */
class PackageIT {
  private static final Path WORK = ProjectFiles.target().resolve("package");
  private static Path tarball;

  @BeforeAll
  static void pack() throws Exception {
    delete(WORK);
    Files.createDirectories(WORK);
    run(ProjectFiles.dist(), "npm", "pack", "--silent", "--pack-destination", WORK.toString());
    try (Stream<Path> files = Files.list(WORK)) {
      tarball = files.filter(file -> file.toString().endsWith(".tgz")).findFirst().orElseThrow();
    }
    run(WORK, "tar", "-xzf", tarball.toString());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS, Setup.FIREFOX})
  void unpacked_andServedAsItIs_plays(MediaServer server, PlayerPage page) {
    server.serve("/dist/", WORK.resolve("package"));
    page.load(LADDER_240P);
    assertEquals(page.setup().actualMse(), page.mse());
    page.awaitFrame(0);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM})
  void bundledByVite_findsItsWorkerAndPlays(MediaServer server, MediaPage stage) throws Exception {
    Path project = WORK.resolve("vite");
    copy(ProjectFiles.bundlers().resolve("vite"), project);
    run(project, "npm", "ci", "--silent");
    run(
        project,
        "npm",
        "install",
        "--silent",
        "--no-save",
        "--no-package-lock",
        tarball.toString());
    run(project, "npm", "run", "--silent", "build");
    server.serve("/", project.resolve("dist"));

    for (String engine : List.of("wasm", "js")) {
      Page page = stage.playwright();
      page.navigate(server.url("/index.html?url=/media/ladder/240p.mpd&engine=" + engine));
      stage.waitUntil("document.querySelector('output').textContent !== ''");
      assertEquals(engine + " worker", page.locator("output").textContent());
    }
  }

  private static void run(Path directory, String... command)
      throws IOException, InterruptedException {
    Path log = WORK.resolve("commands.log");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertTrue(
        !process.isAlive() && process.exitValue() == 0,
        () -> String.join(" ", command) + " failed, see " + log);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
