package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER;
import static dev.offstage.e2e.media.TestMedia.LADDER_240P;
import static dev.offstage.e2e.media.TestMedia.LADDER_480P;
import static dev.offstage.e2e.media.TestMedia.LADDER_AUDIO;
import static dev.offstage.e2e.media.TestMedia.ladderSegment;
import static dev.offstage.e2e.media.TestMedia.middleOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.MediaPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.MediaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * {@code <offstage-video>} and {@code <offstage-audio>} beside their native kin, and within
 * media-chrome. What they load is played by the same player as everywhere, so Chromium with the one
 * engine and Firefox are enough.
 */
@SharedPage
class ElementIT {
  private static final String VIDEO = "<offstage-video src='%s' muted %s></offstage-video>";

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void element_besideTheNativeOne_isTheSame(MediaServer server, MediaPage page) {
    open(server, page);
    for (String tag : List.of("video", "audio")) {
      for (String what :
          List.of(
              "differencesOfDefaults",
              "differencesWhenSet",
              "differencesOfAttributes",
              "handlers")) {
        assertEquals(List.of(), page.evaluate("tag => stage." + what + "(tag)", tag), what);
      }
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM})
  void upgrade_keepsWhatWasThereBefore(MediaServer server, MediaPage page) {
    server.serve(
        "/early.html",
        """
        <!doctype html>
        <link rel="icon" href="data:," />
        <offstage-video src="/media/ladder/240p.mpd" muted width="320" poster="data:image/gif,"
            config='{"buffer": {"ahead": 4}}'>
          <track default kind="subtitles" srclang="en" src="data:text/vtt,WEBVTT" />
        </offstage-video>
        <script>
          Object.assign(document.querySelector('offstage-video'), { volume: 0.5, loop: true });
        </script>
        <script type="module" src="/page/element.js"></script>
        <script type="module">
          stage.use(document.querySelector('offstage-video'));
        </script>
        """);
    open(server, page, "/early.html");
    page.waitUntil("stage.media?.readyState >= 2");
    assertEquals(
        List.of(0.5, true, true, true, 320, "data:image/gif,", 4, "showing"),
        page.evaluate(
            """
            () => {
              const { media } = stage;
              return [media.volume, media.loop, media.hasAttribute('loop'), media.muted,
                  media.getBoundingClientRect().width, media.poster, media.config.buffer.ahead,
                  media.textTracks[0].mode];
            }"""));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void src_changedInQuickSuccession_playsTheLast(MediaServer server, MediaPage page) {
    open(server, page);
    show(page, LADDER, "preload=auto");
    page.waitUntil("stage.media.readyState >= 2");
    server.requests().clear();
    Object outcome =
        page.evaluate(
            """
            ([first, second]) => {
              stage.media.src = first;
              stage.media.src = second;
              stage.media.currentTime = 12.02;
              stage.before = stage.media.readyState;
              return stage.outcome(stage.media.play());
            }""",
            List.of(LADDER_480P, LADDER_240P));
    assertEquals("ok", outcome);
    page.waitUntil("stage.media.currentTime > 12.3");
    assertEquals(0, page.number("stage.before"));
    assertEquals(server.url(LADDER_240P), page.evaluate("stage.media.currentSrc"));
    assertEquals(List.of(), server.requests().paths(LADDER_480P));
    assertEquals(List.of(), server.requests().paths(ladderSegment("v240", 1)));
    assertEquals(1, page.number("stage.count('play')"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void preloadNone_loadsNothingBeforePlay(MediaServer server, MediaPage page) {
    open(server, page);
    show(page, LADDER_240P, "preload=none controls");
    page.waitUntil("stage.count('suspend')");
    page.evaluate("() => stage.media.load()");
    page.waitUntil("stage.count('suspend') === 2");
    assertEquals(1, page.number("stage.media.networkState"));
    assertEquals(List.of(), server.requests().paths("/media/**"));
    page.evaluate("time => { stage.media.currentTime = time; }", middleOf(300));
    // As its own controls do.
    page.evaluate("() => { stage.media.nativeEl.play().catch(() => undefined); }");
    page.waitUntil("stage.media.currentTime > 12.3");
    assertEquals(List.of(), server.requests().paths(ladderSegment("v240", 1)));
    assertEquals(1, page.number("stage.count('play')"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void preloadMetadata_loadsTheFirstFrame_andTheRestToPlay(MediaServer server, MediaPage page) {
    open(server, page);
    show(page, LADDER_240P, "");
    page.waitUntil("stage.media.readyState >= 2");
    page.waitUntil("stage.frame().frame === 0");
    server.requests().awaitIdle();
    assertTrue(page.number("stage.media.buffered.end(0)") <= 4.1, page::describe);
    page.evaluate("() => stage.media.play()");
    page.waitUntil("stage.media.buffered.end(0) > 20");
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void move_keepsPlaying_andRemovalFreesEverything(MediaServer server, MediaPage page) {
    open(server, page);
    show(page, LADDER_240P, "");
    page.evaluate("() => stage.media.play()");
    page.waitUntil("stage.media.currentTime > 0.2");
    page.evaluate(
        """
        () => {
          stage.story.length = 0;
          stage.played = stage.media.player;
          stage.left = stage.media.currentTime;
          document.body.append(document.createElement('main'));
          document.querySelector('main').append(stage.media);
        }""");
    page.waitUntil("stage.media.currentTime > stage.left + 0.3");
    assertEquals(true, page.evaluate("stage.media.player === stage.played"));
    assertEquals(List.of(), page.evaluate("stage.story"));

    page.evaluate("() => stage.media.remove()");
    page.waitUntil("stage.media.nativeEl.networkState === 0 && stage.media.player === null");
    assertEquals(7003, page.number("stage.played.load('x').catch(error => error.code)"));
    double left = page.number("stage.media.currentTime || stage.left");
    page.evaluate("() => document.body.append(stage.media)");
    page.waitUntil("stage.media.readyState >= 2");
    assertTrue(page.number("stage.media.currentTime") >= left, page::describe);
    assertEquals(true, page.evaluate("stage.media.paused"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void errors_areThoseOfMediaElements(MediaServer server, MediaPage page) {
    open(server, page);
    server.on("/media/none.mpd").status(404);
    page.evaluate("() => stage.show('<offstage-video></offstage-video>')");
    page.evaluate("() => { stage.media.onerror = event => { stage.detail = event.detail; }; }");
    assertEquals(
        "NotSupportedError",
        page.evaluate(
            "() => { stage.media.src = '/media/none.mpd';"
                + " return stage.outcome(stage.media.play()); }"));
    assertEquals(
        List.of(true, true, true, true, 3),
        page.evaluate(
            """
            () => {
              const { error, networkState } = stage.media;
              return [error instanceof MediaError, error.code === error.MEDIA_ERR_NETWORK,
                  error.cause === stage.detail, error.message === stage.detail.message, networkState];
            }"""));
    page.waitUntil("stage.detail.code === 1001");

    for (String config : List.of("{not JSON", "{\"buffer\": {\"ahead\": -1}}", "7")) {
      page.evaluate("config => stage.media.setAttribute('config', config)", config);
      page.waitUntil("stage.media.error?.cause.code === 7001 && stage.media.player === null");
    }
    page.evaluate("src => { stage.media.src = src; }", LADDER_240P);
    page.waitUntil("stage.media.error?.cause.code === 7001");
    page.evaluate("() => stage.media.removeAttribute('config')");
    page.waitUntil("stage.media.readyState >= 2 && stage.media.error === null");
    page.evaluate("() => { stage.media.src = ''; }");
    page.waitUntil("stage.media.error?.code === 4 && stage.media.readyState === 0");
    page.log().clear();
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void config_setWhilePlaying_holdsAtOnce_andStartsAnewOnlyWhereItMust(
      MediaServer server, MediaPage page) {
    open(server, page);
    show(page, LADDER_240P, "autoplay config='{\"buffer\": {\"ahead\": 4}}'");
    page.waitUntil("stage.media.currentTime > 0.2");
    page.evaluate(
        """
        () => {
          stage.played = stage.media.player;
          stage.media.setAttribute('config', '{"buffer": {"ahead": 12, "behind": 5}}');
        }""");
    page.waitUntil("stage.media.buffered.end(0) > 10");
    assertEquals(true, page.evaluate("stage.media.player === stage.played"));
    assertEquals(1, page.number("stage.count('loadedmetadata')"));
    assertEquals(5, page.number("stage.media.config.buffer.behind"));

    page.evaluate("() => { stage.media.config = { mse: 'window' }; }");
    page.waitUntil("stage.media.player !== stage.played && stage.media.player.mse === 'window'");
    page.waitUntil("stage.media.readyState >= 2");
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void crossorigin_saysWhetherCookiesAreSent_alsoWithAnElementOfThePage(
      MediaServer server, MediaPage page) {
    try (MediaServer media = MediaServer.start().serve("/media/", ProjectFiles.media())) {
      media.allowOrigin(server.origin(), true);
      open(server, page);
      page.evaluate("() => { document.cookie = 'token=1; path=/'; }");
      for (String crossorigin : List.of("anonymous", "use-credentials")) {
        media.requests().clear();
        // The cookie is of the host, whatever the port.
        page.evaluate(
            """
            ([src, crossorigin]) => stage.show(`<offstage-video src="${src}" crossorigin="${crossorigin}">
                <video slot="media" muted></video></offstage-video>`)""",
            List.of(media.url(LADDER_240P), crossorigin));
        page.waitUntil("stage.media.readyState >= 2 && stage.count('loadedmetadata') === 1");
        assertEquals(true, page.evaluate("stage.media.nativeEl.parentNode === stage.media"));
        String expected = crossorigin.equals("anonymous") ? null : "token=1";
        assertEquals(expected, media.requests().await(LADDER_240P).header("cookie"));
        assertEquals(expected, media.requests().await(ladderSegment("v240", 1)).header("cookie"));
      }
    } finally {
      page.evaluate("() => { document.cookie = 'token=; path=/; max-age=0'; }");
    }
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void loop_beginsAnew_withMediaThatIsNoLongerBuffered(MediaServer server, MediaPage page) {
    open(server, page);
    show(page, LADDER_240P, "loop config='{\"buffer\": {\"ahead\": 4, \"behind\": 1}}'");
    page.evaluate("() => { stage.media.currentTime = 38.5; return stage.media.play(); }");
    page.waitUntil("stage.media.currentTime > 0.2 && stage.media.currentTime < 10");
    assertEquals(false, page.evaluate("stage.media.paused || stage.count('ended') > 0"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void file_isPlayedByTheBrowser_andSourcesAreChosenByType(MediaServer server, MediaPage page) {
    open(server, page);
    show(page, "/media/schemes/base/v0.mp4", "");
    page.evaluate("() => stage.media.play()");
    page.waitUntil("stage.media.currentTime > 0.2");
    assertEquals(null, page.evaluate("stage.media.player.mse"));
    page.evaluate(
        """
        url => stage.show(`<offstage-video muted>
            <source src="none.xyz" type="video/xyz"><source src="${url}" type="application/dash+xml">
            </offstage-video>`)""",
        LADDER_240P);
    page.waitUntil("stage.media.readyState >= 2");
    assertEquals(server.url(LADDER_240P), page.evaluate("stage.media.currentSrc"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM})
  void withoutMediaSource_hlsIsLeftToTheBrowser(MediaServer server, MediaPage page) {
    server.serve(
        "/old.html",
        """
        <!doctype html>
        <link rel="icon" href="data:," />
        <script>
          delete window.MediaSource;
          delete window.ManagedMediaSource;
          HTMLMediaElement.prototype.canPlayType = (type) => (/mpegurl/.test(type) ? 'maybe' : '');
        </script>
        <script type="module" src="/page/element.js"></script>
        """);
    open(server, page, "/old.html");
    show(page, "/media/hls/ladder.m3u8", "");
    page.waitUntil("stage.media.nativeEl.src.endsWith('/media/hls/ladder.m3u8')");
    assertEquals(null, page.evaluate("stage.media.player.mse"));
    show(page, LADDER_240P, "");
    page.waitUntil("stage.media.error?.cause.category === 'support'");
    assertEquals(4, page.number("stage.media.error.code"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM})
  void managedMediaSource_isUsedWhereThereIsNoOther(MediaServer server, MediaPage page)
      throws IOException {
    String onlyManaged = "self.ManagedMediaSource = MediaSource; delete self.MediaSource;";
    server
        .serve("/managed/", ProjectFiles.dist())
        .serve(
            "/managed/offstage-worker.js",
            onlyManaged + Files.readString(ProjectFiles.dist().resolve("offstage-worker.js")))
        .serve(
            "/managed.html",
            """
            <!doctype html>
            <link rel="icon" href="data:," />
            <script>%s</script>
            <script type="module">
              import '/managed/offstage-video.js';
              window.stage = { media: document.querySelector('offstage-video'), story: [] };
            </script>
            <offstage-video muted autoplay src="/media/ladder/240p.mpd"></offstage-video>
            """
                .formatted(onlyManaged));
    open(server, page, "/managed.html");
    page.waitUntil("stage.media.currentTime > 0.2");
    assertEquals(
        List.of("worker", true),
        page.evaluate("[stage.media.player.mse, stage.media.nativeEl.disableRemotePlayback]"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void strictPolicy_isKept(MediaServer server, MediaPage page) {
    server
        .serve(
            "/strict.html",
            """
            <!doctype html>
            <link rel="icon" href="data:," />
            <script type="module" src="/page/element.js"></script>
            """)
        .header(
            "/strict.html",
            "Content-Security-Policy",
            "default-src 'self'; style-src 'none'; img-src data:; media-src blob:;"
                + " script-src 'self' 'unsafe-eval'");
    open(server, page, "/strict.html");
    page.evaluate(
        """
        src => {
          const media = document.createElement('offstage-video');
          Object.assign(media, { muted: true, preload: 'none', src });
          document.body.replaceChildren(media);
          stage.use(media);
        }""",
        LADDER_240P);
    page.waitUntil("stage.count('suspend')");
    page.evaluate("() => stage.media.play()");
    assertEquals("inline-block", page.evaluate("getComputedStyle(stage.media).display"));
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void audio_changesItsTrack(Setup setup, MediaServer server, MediaPage page) {
    open(server, page);
    page.evaluate(
        "src => stage.show(`<offstage-audio controls muted src=${src}></offstage-audio>`)",
        LADDER_AUDIO);
    page.evaluate("() => stage.media.play()");
    page.waitUntil("stage.media.currentTime > 0.2");
    assertEquals(
        Map.of("labels", List.of("English", "Français"), "chosen", List.of(true, false)),
        page.evaluate(AUDIO_TRACKS));
    page.evaluate("() => { stage.media.audioTracks[1].enabled = true; }");
    server.requests().await("/media/ladder/fr/*.m4s");
    page.waitUntil("stage.media.player.audioTracks[1].selected");
    assertEquals(
        Map.of("labels", List.of("English", "Français"), "chosen", List.of(false, true)),
        page.evaluate(AUDIO_TRACKS));
  }

  private static final String AUDIO_TRACKS =
      """
      () => {
        const tracks = [...stage.media.audioTracks];
        return { labels: tracks.map(({ label }) => label), chosen: tracks.map((t) => t.enabled) };
      }""";

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void mediaChrome_menusWorkUnchanged(MediaServer server, MediaPage page) {
    server.serve("/media-chrome/", ProjectFiles.mediaChrome());
    open(server, page);
    page.evaluate(
        """
        async (src) => {
          await import('/media-chrome/index.js');
          await import('/media-chrome/menu/index.js');
          document.body.innerHTML = `
            <media-controller>
              <offstage-video slot="media" muted src="${src}">
                <track kind="subtitles" srclang="en" label="English" src="data:text/vtt,WEBVTT">
              </offstage-video>
              <media-rendition-menu></media-rendition-menu>
              <media-audio-track-menu></media-audio-track-menu>
              <media-captions-menu></media-captions-menu>
              <media-control-bar><media-play-button></media-play-button>
                <media-time-display show-duration></media-time-display></media-control-bar>
            </media-controller>`;
          stage.use(document.querySelector('offstage-video'));
          stage.items = (menu) => [
            ...document.querySelector(menu).shadowRoot.querySelectorAll('media-chrome-menu-item'),
          ];
          stage.choose = (menu, text) =>
            stage.items(menu).find((item) => item.textContent.trim() === text).click();
          stage.texts = (menu) => stage.items(menu).map((item) => item.textContent.trim());
          stage.checked = (menu) =>
            stage.items(menu).find((item) => item.getAttribute('aria-checked') === 'true')
              ?.textContent.trim();
        }""",
        LADDER);
    page.evaluate("() => document.querySelector('media-play-button').click()");
    page.waitUntil("stage.media.currentTime > 0.2");
    page.waitUntil("stage.texts('media-rendition-menu').length === 4");
    assertEquals(
        List.of(List.of("720p", "480p", "240p"), List.of("English", "Français")),
        page.evaluate(
            "[stage.texts('media-rendition-menu').slice(0, 3),"
                + " stage.texts('media-audio-track-menu')]"));

    page.evaluate("() => stage.choose('media-rendition-menu', '240p')");
    page.waitUntil("stage.checked('media-rendition-menu') === '240p'");
    page.waitUntil("stage.media.player.quality.height === 240");
    page.evaluate("() => stage.choose('media-audio-track-menu', 'Français')");
    page.waitUntil("stage.media.player.audioTracks.find((t) => t.selected).language === 'fr'");
    page.waitUntil("stage.checked('media-audio-track-menu') === 'Français'");
    page.evaluate("() => stage.choose('media-captions-menu', 'English')");
    page.waitUntil("stage.media.textTracks[0].mode === 'showing'");
    page.evaluate("() => stage.items('media-rendition-menu').at(-1).click()");
    page.waitUntil("stage.media.videoRenditions.selectedIndex === -1");
  }

  private static void show(MediaPage page, String src, String attributes) {
    page.evaluate("html => stage.show(html)", VIDEO.formatted(src, attributes));
  }

  private static void open(MediaServer server, MediaPage page) {
    open(server, page, "/page/element.html");
  }

  private static void open(MediaServer server, MediaPage page, String path) {
    server.serve("/dist/", ProjectFiles.dist()).serve("/media/", ProjectFiles.media());
    page.playwright().navigate(server.url(path));
    page.waitUntil("window.stage !== undefined");
    server.requests().clear();
  }
}
