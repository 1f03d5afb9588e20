package dev.offstage.e2e;

import static dev.offstage.e2e.media.TestMedia.ENGLISH_TONE;
import static dev.offstage.e2e.media.TestMedia.LADDER;
import static dev.offstage.e2e.media.TestMedia.LADDER_240P;
import static dev.offstage.e2e.media.TestMedia.LADDER_480P;
import static dev.offstage.e2e.media.TestMedia.LADDER_480P_VIDEO;
import static dev.offstage.e2e.media.TestMedia.LADDER_AUDIO;
import static dev.offstage.e2e.media.TestMedia.middleOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offstage.e2e.junit.PlaybackTest;
import dev.offstage.e2e.junit.SharedPage;
import dev.offstage.e2e.page.Frame;
import dev.offstage.e2e.page.PlayerPage;
import dev.offstage.e2e.page.PresentedFrame;
import dev.offstage.e2e.page.Setup;
import java.util.List;
import java.util.Map;

/** A stream starts, is seeked and ends, with the right frame on the screen each time. */
@SharedPage
class PlaybackIT {
  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.CHROMIUM_JS, Setup.CHROMIUM_BRIDGE, Setup.FIREFOX})
  void load_ofLadder_playsToTheEndFrameByFrame(Setup setup, PlayerPage page) {
    page.load(LADDER_480P);
    assertEquals(setup.actualMse(), page.mse());
    if (!setup.engine().equals("auto")) {
      assertEquals(setup.engine(), page.engine());
    }
    assertEquals(new Frame(true, 0, 1), page.awaitFrame(0));
    assertEquals(40, page.duration(), 0.05);

    page.seek(middleOf(618));
    assertEquals(new Frame(true, 618, 1), page.awaitFrame(618));
    page.seek(middleOf(50));
    assertEquals(new Frame(true, 50, 1), page.awaitFrame(50));

    page.play();
    page.waitForProgress();

    page.seek(39.3);
    page.waitForEnded();
    assertEquals(40, page.currentTime(), 0.05);
    page.awaitLastFrame(999, middleOf(999));
    assertEquals(List.of(), page.errors());
  }

  @PlaybackTest
  void play_acrossSegments_showsFramesInOrder(Setup setup, PlayerPage page) {
    page.load(LADDER_240P);
    page.waitForBuffer(4);
    page.recordFrames();
    page.play();
    page.waitForTime(2.6);
    page.pause();
    List<PresentedFrame> frames = page.recordedFrames();
    assertTrue(frames.size() > 10, frames::toString);
    int last = 0;
    int exact = 0;
    for (PresentedFrame seen : frames) {
      assertTrue(seen.frame().ok(), frames::toString);
      assertTrue(seen.frame().number() >= last, frames::toString);
      last = seen.frame().number();
      exact += Math.abs(seen.mediaTime() * 25 - last) < 2.01 ? 1 : 0;
    }
    if (setup.drawsExactly()) {
      // On a busy machine the picture may be replaced between the callback and the drawing.
      assertTrue(exact >= frames.size() * 0.4, frames::toString);
    }
    assertTrue(last >= 60, frames::toString);
    assertEquals(0, page.starvations());
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void load_ofVideoAlone_plays(PlayerPage page) {
    page.load(LADDER_480P_VIDEO);
    page.awaitFrame(0);
    page.play();
    page.waitForProgress();
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void load_ofAudioAloneInAudioElement_sounds(Setup setup, PlayerPage page) {
    page.open("audio");
    if (!setup.canHear()) {
      // Without an audio device Firefox plays sound alone only when it is muted.
      page.mute();
    }
    page.load(LADDER_AUDIO, Map.of("startTime", 10));
    page.play();
    page.waitForTime(10.4);
    if (setup.canHear()) {
      page.awaitTone(ENGLISH_TONE);
    }
    page.seek(39.6);
    page.waitForEnded();
  }

  @PlaybackTest({Setup.CHROMIUM_WASM, Setup.FIREFOX})
  void stats_whilePlaying_tellWhatHappens(Setup setup, PlayerPage page) {
    page.load(LADDER);
    page.play();
    page.waitForProgress();
    page.waitUntil("stage.player.stats().bandwidth > 0 && stage.player.stats().bytes > 0");
    Map<String, Object> stats = page.stats();
    assertEquals(setup.actualMse(), stats.get("mse"));
    assertTrue(((Number) stats.get("requests")).intValue() >= 4, stats::toString);
    assertEquals(3, ((Number) page.evaluate("stage.player.qualities.length")).intValue());
    assertEquals(2, ((Number) page.evaluate("stage.player.audioTracks.length")).intValue());
  }
}
