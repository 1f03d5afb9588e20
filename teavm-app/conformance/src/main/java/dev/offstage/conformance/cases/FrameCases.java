package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** Which frame is shown when, and what the playhead does as media and duration change under it. */
final class FrameCases {
  private static final String WPT = "media-source/";

  /** Of the test media. */
  private static final int FRAMES_PER_SECOND = 25;

  /** Ticks that a frame of the H.264 test media lasts. */
  private static final int TICKS_PER_FRAME = 512;

  private FrameCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        WPT + "mediasource-correct-frames.html: at each time the frame of that time is shown",
        FrameCases::correctFrames);
    suite.everywhere(
        WPT
            + "mediasource-correct-frames-after-reappend.html: and still when the same media is"
            + " appended again under the playhead",
        FrameCases::correctAfterReappend);
    suite.everywhere(
        WPT + "last-frame-dimensions.html: a last frame of another size is shown at the end",
        FrameCases::lastFrame);
    suite.everywhere(
        WPT
            + "SourceBuffer-appendWindowEnd-rounding.html: the frame that ends at the window's end"
            + " is in",
        FrameCases::windowRounding);
    suite.everywhere(
        WPT
            + "SourceBuffer-short-frame-endOfStream.html: frames of an eighth of a microsecond end"
            + " well",
        FrameCases::shortFrames);
    suite.everywhere(
        WPT + "mediasource-buffered-seek.html: a seek to what is buffered ends while it plays",
        FrameCases::bufferedSeek);
    suite.everywhere(
        WPT
            + "mediasource-remove-preserves-currentTime.html: removing what plays does not move the"
            + " playhead back",
        FrameCases::removeKeepsTime);
    suite.everywhere(
        WPT + "mediasource-remove.html: the first, the middle and the last part",
        FrameCases::removeParts);
    suite.everywhere(
        WPT
            + "mediasource-remove.html: a start at the duration and less than a microsecond are"
            + " taken",
        FrameCases::removeNothing);
    suite.everywhere(
        WPT + "mediasource-duration.html: a duration before the playhead makes the element seek",
        FrameCases::truncated);
    suite.everywhere(
        WPT + "mediasource-duration.html: an append ends that seek",
        FrameCases::truncatedThenAppend);
    suite.everywhere(
        WPT + "mediasource-duration.html: endOfStream ends that seek",
        FrameCases::truncatedThenEnd);
    suite.everywhere(
        WPT
            + "mediasource-duration.html: with two buffers it cannot fall below the last frame of"
            + " either",
        FrameCases::durationOfTwo);
    suite.everywhere(
        WPT + "waiting-for-audio.html: playback waits where sound is lacking, and goes on with it",
        FrameCases::waitingForAudio);
    suite.everywhere(
        WPT
            + "mediasource-changetype-play-implicit.html: another codec in the same container"
            + " without changeType",
        FrameCases::implicitChange);
    suite.everywhere(
        WPT + "invalid-third-block.html: an unknown track number within a cluster is an error",
        FrameCases::invalidBlock);
  }

  private static double middleOf(int frame) {
    return (frame + 0.5) / FRAMES_PER_SECOND;
  }

  private static void correctFrames(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 2);
    source.endOfStream();
    stage.screen().await("loadeddata");
    for (int frame : new int[] {99, 0, 50, 49, 73}) {
      stage.screen().seek(middleOf(frame));
      stage.screen().await("seeked");
      stage.screen().awaitFrame(frame);
    }
    stage.screen().seek(middleOf(90));
    stage.screen().await("seeked");
    stage.screen().play();
    stage.screen().await("ended");
    stage.screen().awaitFrame(99);
  }

  private static void correctAfterReappend(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 2);
    stage.screen().await("loadeddata");
    stage.screen().seek(middleOf(60));
    stage.screen().await("seeked");
    stage.screen().awaitFrame(60);
    stage.append(buffer, Media.avc(1));
    stage.append(buffer, Media.avc(0));
    for (int frame : new int[] {61, 99, 50, 10}) {
      stage.screen().seek(middleOf(frame));
      stage.screen().await("seeked");
      stage.screen().awaitFrame(frame);
    }
    stage.buffered(buffer, 0, 4);
  }

  private static void lastFrame(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    // One frame of the wider rendition behind the last one: its first, moved.
    buffer.setAppendWindowStart(2);
    buffer.setAppendWindowEnd(2.04);
    stage.append(
        buffer,
        Media.joined(Media.file("ladder/v240/init.mp4"), Media.file("ladder/v240/00002.m4s")));
    source.endOfStream();
    Check.near("duration", 2.04, source.getDuration(), 0.001);
    stage.screen().await("loadeddata");
    Check.equal("the width", 320, stage.screen().videoWidth());
    stage.screen().seek(1.8);
    stage.screen().play();
    stage.screen().await("ended");
    Check.near("currentTime", 2.04, stage.screen().currentTime(), 0.001);
    stage.screen().awaitWidth(426);
  }

  private static void windowRounding(Stage stage) {
    for (int last : new int[] {10, 22, 28}) {
      stage.screen().renew();
      MediaSource source = stage.open();
      SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
      // 24 frames in a second: their times are no whole microseconds.
      ArrayBuffer init = Media.retimed(Media.avcInit(), 24 * TICKS_PER_FRAME);
      buffer.setAppendWindowEnd(last / 24.0 + 1 / 24.0);
      stage.append(buffer, Media.joined(init, Media.avc(0)));
      double end = buffer.getBuffered().end(0);
      double off = end * 1e6 - (last + 1) / 24.0 * 1e6;
      Check.that("the end is off by " + Text.of(off) + " microseconds", Math.abs(off) <= 1);
      source.endOfStream();
      Check.equal("duration", buffer.getBuffered().end(0), source.getDuration());
      Check.equal("the element's", source.getDuration(), stage.screen().duration());
    }
  }

  private static void shortFrames(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    double framesPerSecond = 8e6;
    ArrayBuffer init = Media.retimed(Media.avcInit(), framesPerSecond * TICKS_PER_FRAME);
    stage.append(buffer, Media.joined(init, Media.avc(0)));
    Check.equal("ranges", 1, buffer.getBuffered().getLength());
    double end = buffer.getBuffered().end(0);
    double off = end * 1e6 - 50 / framesPerSecond * 1e6;
    Check.that("the end is off by " + Text.of(off) + " microseconds", Math.abs(off) <= 1);
    source.endOfStream();
    Check.equal("duration", end, source.getDuration());
    stage.screen().play();
    stage.screen().await("ended");
    Check.equal("currentTime", end, stage.screen().currentTime());
  }

  private static void bufferedSeek(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    stage.screen().play();
    stage.append(buffer, Media.avcInit());
    stage.screen().await("loadedmetadata");
    Check.equal("the element's readyState", 1, stage.screen().readyState());
    stage.append(buffer, Media.avc(0));
    stage.append(buffer, Media.avc(1));
    stage.screen().await("playing");
    stage.screen().seek(1);
    stage.screen().await("seeking");
    stage.screen().await("seeked");
    Check.that("it has data", stage.screen().readyState() > 1);
    stage.screen().pause();
  }

  private static void removeKeepsTime(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 2);
    stage.screen().play();
    stage.screen().await("playing");
    double last = stage.screen().currentTime();
    stage.remove(buffer, 0, Double.POSITIVE_INFINITY);
    for (int i = 0; i < 10; i++) {
      double now = stage.screen().currentTime();
      Check.that("from " + Text.of(last) + " to " + Text.of(now), now >= last);
      last = now;
    }
    stage.screen().pause();
  }

  private static void removeParts(Stage stage) {
    String[] expected = {"4-6", "0-1 4-6", "0-1"};
    double[][] parts = {{0, 3}, {1, 3}, {1, Double.POSITIVE_INFINITY}};
    for (int i = 0; i < parts.length; i++) {
      stage.screen().renew();
      SourceBuffer buffer = stage.video(stage.open(), 3);
      // What depends on a removed frame goes, too: all up to the next random access point.
      stage.remove(buffer, parts[i][0], parts[i][1]);
      Check.equal("what is left", expected[i], Text.of(buffer.getBuffered()));
    }
  }

  private static void removeNothing(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    source.setDuration(10);
    stage.remove(buffer, 10, 12);
    stage.remove(buffer, 9, 9 + 0.9e-6);
    stage.buffered(buffer, 0, 2);
  }

  /** Playing, sought to 5 s, all behind 2 s removed, the duration cut to 2 s. */
  private static MediaSource cut(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 3);
    stage.screen().play();
    stage.screen().await("playing");
    stage.screen().seek(5);
    stage.screen().await("seeked");
    stage.remove(buffer, 2, Double.POSITIVE_INFINITY);
    source.setDuration(2);
    stage.screen().await("seeking");
    Check.equal("currentTime while seeking", 2, stage.screen().currentTime());
    Check.equal("the element's duration", 2, stage.screen().duration());
    Check.equal("duration", 2, source.getDuration());
    return source;
  }

  private static void truncated(Stage stage) {
    cut(stage);
  }

  private static void truncatedThenAppend(Stage stage) {
    MediaSource source = cut(stage);
    stage.append(source.getSourceBuffers().get(0), Media.avc(1));
    stage.append(source.getSourceBuffers().get(0), Media.avc(2));
    stage.screen().await("seeked");
    Check.that("it is at the cut or behind it", stage.screen().currentTime() >= 2);
    Check.near("duration", 6, source.getDuration(), 0.01);
    stage.screen().pause();
  }

  private static void truncatedThenEnd(Stage stage) {
    MediaSource source = cut(stage);
    source.endOfStream();
    stage.screen().await("seeked");
    Check.equal("currentTime", 2, stage.screen().currentTime());
    Check.equal("the element's duration", 2, stage.screen().duration());
  }

  private static void durationOfTwo(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer video = source.addSourceBuffer(Media.AVC);
    SourceBuffer audio = source.addSourceBuffer(Media.AAC);
    stage.append(video, Media.avcUpTo(2));
    stage.append(audio, Media.joined(Media.aacInit(), Media.aac(0)));
    Check.throwing("InvalidStateError", "below the video's", () -> source.setDuration(3));
    stage.remove(video, 2, Double.POSITIVE_INFINITY);
    source.setDuration(3);
    Check.equal("duration", 3, source.getDuration());
    Check.throwing("InvalidStateError", "below both", () -> source.setDuration(1));
    // Not below the end of what is buffered: the last frames are whole.
    source.setDuration(2);
    double end = Math.max(video.getBuffered().end(0), audio.getBuffered().end(0));
    Check.near("duration, cut in the last frame", end, source.getDuration(), 1e-6);
  }

  private static void waitingForAudio(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer video = source.addSourceBuffer(Media.AVC);
    SourceBuffer audio = source.addSourceBuffer(Media.AAC);
    stage.append(video, Media.avcUpTo(6));
    stage.append(audio, Media.joined(Media.aacInit(), Media.aac(0)));
    stage.screen().play();
    stage.screen().await("playing");
    for (int i = 1; i <= 3; i++) {
      stage.screen().seek(2 * i - 0.4);
      stage.screen().await("seeked");
      // It may have waited before, for the seek.
      do {
        stage.screen().await("waiting");
      } while (stage.screen().currentTime() < 2 * i - 0.1 || stage.screen().readyState() > 2);
      double time = stage.screen().currentTime();
      Check.that("it waits where sound ends: " + Text.of(time), time < 2 * i + 0.1);
      stage.append(audio, Media.aac(i));
      stage.screen().await("playing");
    }
    stage.screen().pause();
  }

  private static void implicitChange(Stage stage) {
    Check.present(Media.VP9, MediaSource.isTypeSupported(Media.VP9));
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog updates = stage.updates(buffer);
    buffer.setTimestampOffset(2);
    buffer.appendBuffer(Media.joined(Media.vp9Init(), Media.vp9(0)));
    updates.await("updateend");
    if (updates.count("error") > 0) {
      stage.screen().await("error");
      stage.saw("refused, which the specification lets browsers do");
      return;
    }
    stage.buffered(buffer, 0, 4);
    stage.screen().await("loadedmetadata");
    stage.screen().seek(3);
    // Firefox plays it in most runs, and fails at it in some.
    if (!stage.screen().failsBeforeResize()) {
      Check.equal("the width", 480, stage.screen().videoWidth());
    }
    stage.saw("taken");
  }

  private static void invalidBlock(Stage stage) {
    String type = "audio/webm; codecs=\"opus\"";
    Check.present(type, MediaSource.isTypeSupported(type));
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(type);
    Uint8Array bytes = new Uint8Array(Media.joined(Media.clip("a.webm"), new ArrayBuffer(0)));
    bytes.set(thirdBlock(bytes) + 2, (short) 0x80);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(bytes);
    updates.await("updateend");
    Check.equal("the events", "updatestart error updateend", updates.text());
    stage.screen().await("error");
  }

  /** Where the third SimpleBlock of the only cluster begins. Sizes of blocks have 2 bytes here. */
  private static int thirdBlock(Uint8Array bytes) {
    int found = 0;
    for (int i = Media.indexOf(bytes.getBuffer(), "\u001f\u0043\u00b6\u0075"); ; i++) {
      boolean block = bytes.get(i) == 0xA3 && (bytes.get(i + 1) & 0xC0) == 0x40;
      if (block && bytes.get(i + 3) == 0x81) {
        found++;
        if (found == 3) {
          return i + 1;
        }
      }
    }
  }
}
