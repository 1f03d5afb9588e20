package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_240P;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.microsoft.playwright.Page;
import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void unpacked_andServedAsItIs_plays(MediaServer server, PlayerPage page) {
    server.serve("/dist/", WORK.resolve("package"));
    page.load(LADDER_240P);
    assertEquals(page.setup().actualMse(), page.mse());
    page.awaitFrame(0);
  }

  @PlaybackTest({Setup.CHROMIUM_WASM})
  void bundled_byEachBundler_findsItsFilesAndPlays(MediaServer server, MediaPage stage)
      throws Exception {
    Path bundlers = ProjectFiles.bundlers();
    NpmProject.install(bundlers);
    Path project = WORK.resolve("project");
    copy(bundlers.resolve("project"), project);
    Files.createDirectories(project.resolve("node_modules"));
    Files.createSymbolicLink(project.resolve("node_modules/offstage"), WORK.resolve("package"));
    Path bundles = WORK.resolve("bundles");
    run(bundlers, "node", "build.mjs", project.toString(), bundles.toString());

    server.serve("/bundles/", bundles);
    Page page = stage.playwright();
    for (String bundle :
        List.of(
            "vite wasm", "vite js", "webpack wasm", "webpack js", "rollup wasm", "esbuild js")) {
      String[] words = bundle.split(" ");
      page.navigate(
          server.url("/bundles/" + words[0] + "/index.html?url=/media/ladder/240p.mpd&engine=")
              + words[1]);
      stage.waitUntil("document.querySelector('output').textContent !== ''");
      assertEquals(words[1] + " worker", page.locator("output").textContent(), bundle);
    }
  }

  @Test
  void files_allOfThem_haveTheOriginThatIsStated() throws Exception {
    Path unpacked = WORK.resolve("package");
    Map<?, ?> provenance =
        new Gson().fromJson(Files.readString(unpacked.resolve("provenance.json")), Map.class);
    Map<?, ?> stated = (Map<?, ?>) provenance.get("files");
    Map<String, String> sums = new TreeMap<>();
    Map<String, String> expected = new TreeMap<>();
    stated.forEach(
        (path, origin) -> expected.put((String) path, (String) ((Map<?, ?>) origin).get("sha256")));
    try (Stream<Path> files = Files.walk(unpacked)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = unpacked.relativize(file).toString().replace('\\', '/');
        if (!path.equals("provenance.json")) {
          byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
          sums.put(path, HexFormat.of().formatHex(sum));
        }
      }
    }
    assertEquals(expected, sums);
    Map<?, ?> description =
        new Gson().fromJson(Files.readString(unpacked.resolve("package.json")), Map.class);
    assertEquals(provenance.get("version"), description.get("version"));
    assertNull(description.get("scripts"));
    assertNull(description.get("dependencies"));
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
