package dev.offstage.e2e.bindings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.offstage.e2e.ProjectFiles;
import dev.offstage.e2e.browser.BrowserKind;
import dev.offstage.e2e.browser.Browsers;
import dev.offstage.e2e.server.MediaServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The sample that is built outside of this build, from the published jars, plays a stream. {@code
 * samples/check.sh} builds it and says where it is.
 */
@EnabledIfSystemProperty(named = StreamInJavaIT.SITE, matches = ".+")
class StreamInJavaIT {
  static final String SITE = "offstage.sample";

  @Test
  void stream_fromItsManifest_isPlayedFromJava() {
    List<String> errors = new ArrayList<>();
    try (Browsers browsers = new Browsers();
        MediaServer server =
            MediaServer.start()
                .serve("/media/", ProjectFiles.media())
                .serve("/sample/", Path.of(System.getProperty(SITE)));
        BrowserContext context = browsers.get(BrowserKind.CHROMIUM).newContext()) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              errors.add(message.text());
            }
          });
      page.onPageError(errors::add);
      page.navigate(server.url("/sample/index.html?url=/media/ladder/manifest.mpd"));
      page.waitForFunction(
          """
          () => {
            const video = document.querySelector('video');
            const { totalVideoFrames } = video.getVideoPlaybackQuality();
            return video.currentTime > 1 && totalVideoFrames > 20 && video.duration > 30;
          }""");
    }
    assertEquals(List.of(), errors);
  }
}
