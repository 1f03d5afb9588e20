package dev.offstage.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Many players on a page, and the one worker that they share. */
class ManyPlayersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void players_onOnePage_allPlayInOneWorkerAndOutliveIt(PlayerPage page) {
    int count = page.setup() == Setup.FIREFOX ? 4 : 12;
    page.openWithWorkerFaults();
    page.evaluate(
        """
        ([count, config, url]) => {
          // The one that importing the module has started is of use where it fits.
          window.before = workerFaults.workers.length;
          document.body.style.cssText = 'display: grid; grid-template-columns: repeat(4, 150px)';
          window.many = Array.from({ length: count }, () => {
            const video = document.body.appendChild(document.createElement('video'));
            video.muted = true;
            video.width = 150;
            const player = new stage.Player(video, config);
            const one = { video, player, recovered: 0, error: null };
            player.addEventListener('error', ({ detail }) => (one.error = detail.message));
            player.addEventListener('recovered', () => one.recovered++);
            player.load(url).then(() => video.play()).catch((error) => (one.error = error.message));
            return one;
          });
        }
        """,
        List.of(
            count,
            Map.of("engine", page.setup().engine(), "mse", page.setup().mse()),
            page.server().url("/media/ladder/240p.mpd")));
    page.waitUntil("many.every(({ video }) => video.currentTime > 0.5)", PATIENCE);
    double shared = page.number("workerFaults.workers.length");
    assertTrue(shared - page.number("before") <= 1, "workers: " + shared);

    page.terminateWorker();
    page.waitUntil("many.every(({ recovered }) => recovered === 1)", PATIENCE);
    page.evaluate("() => { for (const one of many) one.from = one.video.currentTime; }");
    page.waitUntil(
        "many.every(({ video, from }) => video.ended || video.currentTime > from + 0.3)", PATIENCE);
    assertEquals(shared + 1, page.number("workerFaults.workers.length"));

    page.evaluate("() => Promise.all(many.slice(1).map(({ player }) => player.destroy()))");
    page.evaluate("() => { many[0].video.currentTime = 1; return many[0].video.play(); }");
    page.waitUntil("many[0].video.currentTime > 1.3", PATIENCE);
    assertEquals(shared + 1, page.number("workerFaults.workers.length"));
    assertEquals(List.of(), page.evaluate("many.map(({ error }) => error).filter(Boolean)"));
  }
}
