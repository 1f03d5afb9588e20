package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.LADDER_480P_VIDEO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.offstage.e2e.browser.Browsers;
import dev.offstage.e2e.browser.Tab;
import dev.offstage.e2e.junit.SharedBrowsers;
import dev.offstage.e2e.page.Passed;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.Setup;
import dev.offstage.e2e.server.Link;
import dev.offstage.e2e.server.MediaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pages that freeze, with 4 s of buffer and about 1 Mbit/s over a link of 3 Mbit/s: playback does
 * not notice. All at the same time, as it takes time and nothing else.
 */
@Tag("CHROMIUM")
@ExtendWith(SharedBrowsers.class)
class FreezeIT {
  private static final double TOLERANCE_S = 0.1;

  private final List<Freeze> freezes = new ArrayList<>();

  /**
   * A page that is going to freeze.
   *
   * @param frozen for so long in each period
   */
  private record Freeze(
      PlayerPage page, MediaServer server, Duration total, Duration frozen, Duration period) {
    @Override
    public String toString() {
      return page.setup() + ": " + frozen + " of every " + period + " during " + total;
    }

    void begin() {
      page.startFreezing(total, frozen, period);
    }
  }

  @AfterEach
  void close() {
    for (Freeze freeze : freezes) {
      freeze.page.close();
      freeze.server.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> mainThread_blocked_playbackLosesNoTime(Browsers browsers) {
    List<Setup> builds = List.of(Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS);
    builds.forEach(setup -> add(browsers, setup, 8_000, 8_000, 8_000));
    builds.forEach(setup -> add(browsers, setup, 16_000, 16_000, 16_000));
    builds.forEach(setup -> add(browsers, setup, 20_000, 1_900, 2_000));
    freezes.forEach(freeze -> freeze.page.startLoad(LADDER_480P_VIDEO, Map.of()));
    for (Freeze freeze : freezes) {
      assertTrue(freeze.page.awaitLoad().succeeded(), freeze.page::describe);
      freeze.page.play();
    }
    freezes.forEach(freeze -> freeze.page.waitForTime(1));
    freezes.forEach(Freeze::begin);
    return freezes.stream().map(freeze -> dynamicTest(freeze.toString(), () -> check(freeze)));
  }

  private void add(Browsers browsers, Setup setup, int totalMs, int frozenMs, int periodMs) {
    MediaServer server = MediaServer.start().link(new Link(3e6, 40));
    PlayerPage page = PlayerPage.in(Tab.fresh(browsers.get(setup.browser())), server, setup);
    freezes.add(
        new Freeze(
            page,
            server,
            Duration.ofMillis(totalMs),
            Duration.ofMillis(frozenMs),
            Duration.ofMillis(periodMs)));
    page.create(Map.of("buffer", Map.of("ahead", 4)));
  }

  /** As much media as wall time has passed. */
  private static void check(Freeze freeze) {
    PlayerPage page = freeze.page;
    Passed passed = awaitPassed(freeze);
    Duration least = freeze.total.minus(freeze.period).plus(freeze.frozen);
    assertTrue(passed.wall() >= least.toMillis() / 1e3, passed::toString);
    assertEquals(0, passed.lost(), TOLERANCE_S, () -> passed + "\n" + page.describe());
    page.waitForProgress();
    page.pause(); // the others go on
    assertEquals(List.of(), page.errors());
    assertEquals(List.of(), page.log().unexpectedErrors());
  }

  /**
   * A browser that is short of time may halt with seconds in its buffer: where data was never
   * wanting, it is tried once more.
   */
  private static Passed awaitPassed(Freeze freeze) {
    PlayerPage page = freeze.page;
    Passed passed = page.awaitPassed();
    if (passed.lost() <= TOLERANCE_S || page.stat("stalls") > 0) {
      return passed;
    }
    page.seek(1);
    page.waitForBuffer(3);
    freeze.begin();
    return page.awaitPassed();
  }
}
