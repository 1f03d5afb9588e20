package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content security policies of {@code docs/security.md}, word by word. */
class ContentSecurityIT {
  private static final String WORKER_START = "error 6001";

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void withoutWebAssembly_playsInJavaScript(MediaServer server, MediaPage stage, Setup setup)
      throws IOException {
    try (MediaServer media = mediaServer()) {
      server.header("/**", "Content-Security-Policy", policy("Without WebAssembly", media, server));
      stage.log().expect("WebAssembly");
      stage.log().expect("wasm-eval");
      assertEquals("js " + setup.actualMse(), outcome(stage, media, server));
      assertEquals(List.of(), stage.evaluate("() => violations"));
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void withWebAssembly_needsNoEval(MediaServer server, MediaPage stage, Setup setup)
      throws IOException {
    try (MediaServer media = mediaServer()) {
      server.header("/**", "Content-Security-Policy", policy("With WebAssembly", media, server));
      assertEquals("wasm " + setup.actualMse(), outcome(stage, media, server));
      assertEquals(List.of(), stage.evaluate("() => violations"));
    }
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void trustedTypes_areRespected(MediaServer server, MediaPage stage, Setup setup)
      throws IOException {
    try (MediaServer media = mediaServer()) {
      server.header("/**", "Content-Security-Policy", policy("Trusted Types", media, server));
      assertEquals("wasm " + setup.actualMse(), outcome(stage, media, server));
      assertEquals(List.of(), stage.evaluate("() => violations"));
    }
  }

  @PlaybackTest(Setup.CHROMIUM_WASM)
  void trustedTypes_withoutThePolicy_areAnError(MediaServer server, MediaPage stage)
      throws IOException {
    try (MediaServer media = mediaServer()) {
      String policy = policy("Trusted Types", media, server);
      server.header(
          "/**",
          "Content-Security-Policy",
          policy.replace("trusted-types offstage", "trusted-types other"));
      stage.log().expect("trusted-types");
      stage.log().expect("TrustedScriptURL");
      assertEquals(WORKER_START, outcome(stage, media, server));
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void otherOrigin_playsThroughABlobUrl(MediaServer server, MediaPage stage, Setup setup)
      throws IOException {
    try (MediaServer media = mediaServer();
        MediaServer cdn = packageServer()) {
      String policy = policy("From another origin", media, cdn);
      server.header("/**", "Content-Security-Policy", policy);
      assertEquals("wasm " + setup.actualMse(), outcome(stage, media, cdn));
      assertEquals(List.of(), stage.evaluate("() => violations"));
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void otherOrigin_withoutBlobUrls_isAnError(MediaServer server, MediaPage stage)
      throws IOException {
    try (MediaServer media = mediaServer();
        MediaServer cdn = packageServer()) {
      String policy = policy("From another origin", media, cdn);
      server.header(
          "/**", "Content-Security-Policy", policy.replace("worker-src blob:", "worker-src"));
      stage.log().expect("Content Security Policy");
      stage.log().expect("Content-Security-Policy");
      assertEquals(WORKER_START, outcome(stage, media, cdn));
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void sandboxedFrame_withCors_plays(MediaServer server, MediaPage stage) {
    server.allowOrigin("*", false).serve("/dist/", ProjectFiles.dist());
    String inner = url(server, "/dist/offstage.js", server);
    server.serve(
        "/sandbox.html",
        "<!doctype html><link rel=icon href=data:,>"
            + ("<iframe sandbox='allow-scripts' src='" + inner + "'></iframe>"));
    Page page = stage.playwright();
    page.navigate(server.url("/sandbox.html"));
    FrameLocator frame = page.frameLocator("iframe");
    page.waitForCondition(() -> !frame.locator("output").textContent().isEmpty());
    assertEquals("wasm window", frame.locator("output").textContent());
  }

  private static String outcome(MediaPage stage, MediaServer media, MediaServer files) {
    if (files == stage.server()) {
      files.serve("/dist/", ProjectFiles.dist());
    }
    Page page = stage.playwright();
    page.navigate(url(stage.server(), files.url("/dist/offstage.js"), media));
    stage.waitUntil("document.querySelector('output').textContent !== ''");
    return page.locator("output").textContent();
  }

  private static String url(MediaServer page, String files, MediaServer media) {
    return page.url("/page/secure.html?package=" + files + "&url=")
        + media.url("/media/ladder/240p.mpd");
  }

  private static MediaServer mediaServer() {
    return MediaServer.start().allowOrigin("*", false).serve("/media/", ProjectFiles.media());
  }

  private static MediaServer packageServer() {
    return MediaServer.start().allowOrigin("*", false).serve("/dist/", ProjectFiles.dist());
  }

  /** The policy under a heading of the page, for these servers. */
  private static String policy(String heading, MediaServer media, MediaServer cdn)
      throws IOException {
    String page = Files.readString(ProjectFiles.docs().resolve("security.md"));
    Matcher found =
        Pattern.compile("## " + heading + "\n+```csp\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertTrue(found.find(), heading);
    return found
        .group(1)
        .replace('\n', ' ')
        .replace("https://media.example", media.origin())
        .replace("https://cdn.example", cdn.origin())
        .strip()
        .concat("; img-src data:"); // the test page's icon
  }
}
