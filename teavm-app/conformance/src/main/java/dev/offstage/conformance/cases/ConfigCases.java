package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.teavm.jso.typedarrays.ArrayBuffer;

/** One buffer takes media whose bit rate, frame rate or frame size changes, and plays across. */
final class ConfigCases {
  private static final String WPT = "media-source/mediasource-config-change-";

  /** Seconds between the clips' starts; each clip is a little longer. */
  private static final double STEP = 0.4;

  private ConfigCases() {}

  static void register(Suite suite) {
    suite.everywhere(WPT + "mp4-a-bitrate.html: plays on", stage -> mp4(stage, "a", "a-bitrate"));
    suite.everywhere(WPT + "mp4-v-bitrate.html: plays on", stage -> mp4(stage, "v", "v-bitrate"));
    suite.everywhere(
        WPT + "mp4-v-framerate.html: plays on", stage -> mp4(stage, "v", "v-framerate"));
    suite.everywhere(
        WPT + "mp4-v-framesize.html: plays on, in another size",
        stage -> mp4(stage, "v", "v-framesize"));
    suite.everywhere(
        WPT + "mp4-av-audio-bitrate.html: plays on", stage -> mp4(stage, "av", "av-audio-bitrate"));
    suite.everywhere(
        WPT + "mp4-av-video-bitrate.html: plays on", stage -> mp4(stage, "av", "av-video-bitrate"));
    suite.everywhere(
        WPT + "mp4-av-framesize.html: plays on, in another size",
        stage -> mp4(stage, "av", "av-framesize"));
    suite.everywhere(WPT + "webm-a-bitrate.html: plays on", stage -> webm(stage, "a", "a-bitrate"));
    suite.everywhere(WPT + "webm-v-bitrate.html: plays on", stage -> webm(stage, "v", "v-bitrate"));
    suite.everywhere(
        WPT + "webm-v-framerate.html: plays on", stage -> webm(stage, "v", "v-framerate"));
    suite.everywhere(
        WPT + "webm-v-framesize.html: plays on, in another size",
        stage -> webm(stage, "v", "v-framesize"));
    suite.everywhere(
        WPT + "webm-av-audio-bitrate.html: plays on",
        stage -> webm(stage, "av", "av-audio-bitrate"));
    suite.everywhere(
        WPT + "webm-av-video-bitrate.html: plays on",
        stage -> webm(stage, "av", "av-video-bitrate"));
    suite.everywhere(
        WPT + "webm-av-framesize.html: plays on, in another size",
        stage -> webm(stage, "av", "av-framesize"));
  }

  private static void mp4(Stage stage, String first, String second) {
    String type =
        switch (first) {
          case "a" -> Media.AAC;
          case "v" -> Media.AVC;
          default -> "video/mp4; codecs=\"avc1.4d400d, mp4a.40.2\"";
        };
    change(stage, type, Media.clip(first + ".mp4"), Media.clip(second + ".mp4"), second);
  }

  private static void webm(Stage stage, String first, String second) {
    String type =
        switch (first) {
          case "a" -> "audio/webm; codecs=\"opus\"";
          case "v" -> "video/webm; codecs=\"vp9\"";
          default -> "video/webm; codecs=\"vp9, opus\"";
        };
    change(stage, type, Media.clip(first + ".webm"), Media.clip(second + ".webm"), second);
  }

  /** The first, the second, the first, the second, each over the end of the one before it. */
  private static void change(
      Stage stage, String type, ArrayBuffer first, ArrayBuffer second, String what) {
    Check.present(type, MediaSource.isTypeSupported(type));
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(type);
    for (int i = 0; i < 4; i++) {
      buffer.setTimestampOffset(i * STEP);
      stage.append(buffer, i % 2 == 0 ? first : second);
    }
    source.endOfStream();
    // Three of the four clips have another behind them, which a browser may join with a gap.
    Check.near("the end", 4 * STEP, source.getDuration(), 0.06);
    if (!what.startsWith("a") || what.startsWith("av")) {
      boolean resized = what.endsWith("framesize");
      stage.screen().await("loadeddata");
      Check.equal("the first width", 160, stage.screen().videoWidth());
      stage.screen().seek(STEP * 1.5);
      stage.screen().await("seeked");
      stage.screen().awaitWidth(resized ? 240 : 160);
      stage.screen().seek(STEP * 2.5);
      stage.screen().await("seeked");
      stage.screen().awaitWidth(160);
      stage.screen().seek(STEP * 0.9);
    }
    stage.screen().rate(4);
    stage.screen().play();
    stage.screen().await("ended");
    Check.equal("the element's error", 0, stage.screen().errorCode());
    Check.that(
        "it is at the end: " + Text.of(stage.screen().currentTime()),
        Math.abs(stage.screen().currentTime() - source.getDuration()) < 0.06);
  }
}
