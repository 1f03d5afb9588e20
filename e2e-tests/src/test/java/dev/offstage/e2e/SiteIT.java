package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Exchange;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every page of the site: it opens without an error on the console and without a request that
 * fails, and axe finds nothing serious in it, in light and dark, wide and narrow.
 */
class SiteIT {
  private static final Path SITE = ProjectFiles.web().resolve("target/site");
  private static final Path AXE = ProjectFiles.web().resolve("node_modules/axe-core/axe.min.js");

  /** What is grave enough, with where it is. */
  private static final String SERIOUS =
      """
      axe.run().then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
          `${id}: ${target} ${failureSummary}`)))
      """;

  @PlaybackTest(Setup.FIREFOX)
  void everyKindOfPage_opens(MediaServer server, MediaPage stage) throws IOException {
    server.serve("/site/", SITE);
    for (String name : pages()) {
      if (!isOfTemplate(name)) {
        open(server, stage, name);
      }
    }
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void everyPage_opens_andIsAccessible(MediaServer server, MediaPage stage) throws IOException {
    server.serve("/site/", SITE);
    String axe = Files.readString(AXE);
    Page page = stage.playwright();
    for (String name : pages()) {
      open(server, stage, name);
      // Controls that have hidden themselves would be left out.
      page.mouse().move(300, 400);
      page.mouse().move(320, 420);
      page.evaluate(axe);
      assertEquals(List.of(), page.evaluate(SERIOUS), name);
      if (isOfTemplate(name)) {
        continue;
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.setViewportSize(390, 844);
      assertEquals(List.of(), page.evaluate(SERIOUS), name + ", dark and narrow");
      Object tooWide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
      assertEquals(false, tooWide, name);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      page.setViewportSize(1280, 800);
    }
  }

  /**
   * Opens a page and waits until it has come to rest: where it has a player, until that plays.
   * Fails if anything did.
   */
  private static void open(MediaServer server, MediaPage stage, String name) {
    stage.playwright().navigate(server.url("/site/" + name));
    stage.waitUntil(
        "document.readyState === 'complete'"
            + " && [...document.querySelectorAll('offstage-video')]"
            + ".every(video => video.currentTime > 0)");
    List<Exchange> failed =
        server.requests().all().stream().filter(exchange -> exchange.status() >= 400).toList();
    assertEquals(List.of(), failed, name);
    assertEquals(List.of(), stage.log().unexpectedErrors(), name);
  }

  /** The documents are all made of one template, and differ in text: one of them stands for all. */
  private static boolean isOfTemplate(String name) {
    return name.startsWith("docs/") && !name.equals("docs/options.html");
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SITE)) {
      return files
          .map(SITE::relativize)
          .map(Path::toString)
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }
}
