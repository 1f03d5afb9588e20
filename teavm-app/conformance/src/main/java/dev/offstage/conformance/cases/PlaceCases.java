package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.AppendMode;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** Where frames land: offsets, windows, modes, removals, types. */
final class PlaceCases {
  private static final String WPT = "media-source/";

  private PlaceCases() {}

  static void register(Suite suite) {
    suite.everywhere("timestampOffset: moves what is appended", PlaceCases::offset);
    suite.everywhere(
        WPT + "mediasource-timestamp-offset.html: any finite value is kept, others throw TypeError",
        PlaceCases::offsetValues);
    suite.everywhere(
        WPT
            + "mediasource-timestamp-offset.html: while updating it throws InvalidStateError, after"
            + " endOfStream it opens the source",
        PlaceCases::offsetStates);
    suite.everywhere("append window: cuts video at its frames exactly", PlaceCases::windowVideo);
    suite.everywhere("append window: cuts sound exactly", PlaceCases::windowAudio);
    suite.everywhere(
        WPT + "mediasource-appendwindow.html: 0 and infinity at first; bad values throw TypeError",
        PlaceCases::windowValues);
    suite.everywhere(
        WPT + "mediasource-appendwindow.html: while updating it throws InvalidStateError",
        PlaceCases::windowUpdating);
    suite.everywhere("mode: in sequence mode segments follow one another", PlaceCases::sequence);
    suite.everywhere(
        WPT
            + "mediasource-sequencemode-append-buffer.html: timestampOffset tells where the next"
            + " will stand",
        PlaceCases::sequenceOffset);
    suite.everywhere(
        WPT
            + "mediasource-sourcebuffer-mode.html: setting while updating or in the middle of a"
            + " segment throws InvalidStateError",
        PlaceCases::modeThrows);
    suite.everywhere(
        WPT + "mediasource-sourcebuffer-mode.html: setting after endOfStream opens the source",
        PlaceCases::modeOpens);
    suite.everywhere(
        WPT
            + "mediasource-sourcebuffer-mode-timestamps.html: formats without timestamps refuse"
            + " segments with TypeError",
        PlaceCases::modeTimestamps);
    suite.everywhere("remove: a range in the middle leaves two", PlaceCases::removeMiddle);
    suite.everywhere("remove: to infinity leaves nothing behind", PlaceCases::removeAll);
    suite.everywhere(
        WPT + "mediasource-remove.html: bad ranges throw TypeError", PlaceCases::removeValues);
    suite.everywhere(
        WPT
            + "mediasource-remove.html: while updating it throws InvalidStateError; after"
            + " endOfStream it opens the source",
        PlaceCases::removeStates);
    suite.everywhere("changeType: from AVC to VP9 in mid stream", PlaceCases::changeType);
    suite.everywhere(
        WPT
            + "mediasource-changetype.html: an empty type throws TypeError, an unsupported one"
            + " NotSupportedError, updating InvalidStateError; after endOfStream it opens the source",
        PlaceCases::changeTypeStates);
    suite.everywhere(
        WPT
            + "mediasource-changetype-play.html: playback crosses the change of codec and container",
        PlaceCases::changeTypePlay);
    suite.everywhere(
        WPT
            + "mediasource-changetype-play-without-codecs-parameter.html: a container alone is"
            + " enough for changeType",
        PlaceCases::changeTypeWithoutCodecs);
    suite.everywhere(
        WPT
            + "mediasource-changetype-play-negative.html: bytes of another container than that of"
            + " changeType are an error",
        PlaceCases::changeTypeNegative);
    suite.everywhere(
        WPT + "mediasource-config-change-mp4-v-framesize.html: another size in mid stream is shown",
        PlaceCases::frameSize);
  }

  private static void offset(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    Check.equal("timestampOffset at first", 0, buffer.getTimestampOffset());
    buffer.setTimestampOffset(10);
    stage.append(buffer, Media.avcUpTo(1));
    stage.buffered(buffer, 10, 12);
    buffer.setTimestampOffset(8);
    stage.append(buffer, Media.avc(2));
    stage.buffered(buffer, 10, 14);
    stage.saw("0-2 by 10 to 10-12, 4-6 by 8 to 12-14");
  }

  private static void offsetValues(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    for (double value : new double[] {12.34, -12.34, 0, 1e6}) {
      buffer.setTimestampOffset(value);
      Check.equal("timestampOffset", value, buffer.getTimestampOffset());
    }
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Check.throwing("TypeError", Text.of(value), () -> buffer.setTimestampOffset(value));
    }
  }

  private static void offsetStates(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    Check.throwing("InvalidStateError", "updating", () -> buffer.setTimestampOffset(1));
    updates.await("updateend");
    source.endOfStream();
    buffer.setTimestampOffset(1);
    Check.equal("readyState", ReadyState.open(), source.getReadyState());
  }

  private static void windowVideo(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    buffer.setAppendWindowStart(2);
    buffer.setAppendWindowEnd(3.2);
    stage.append(buffer, Media.avcUpTo(3));
    Check.equal("buffered", "2-3.2", Text.of(buffer.getBuffered()));
    stage.saw("0-6 cut to " + Text.of(buffer.getBuffered()));
  }

  private static void windowAudio(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AAC);
    buffer.setAppendWindowStart(0.75);
    buffer.setAppendWindowEnd(3.25);
    stage.append(buffer, Media.aacInit());
    stage.append(buffer, Media.aac(0));
    stage.append(buffer, Media.aac(1));
    // An AAC frame lasts 21.3 ms; a browser may cut inside of frames or between them.
    Check.equal("ranges", 1, buffer.getBuffered().getLength());
    double start = buffer.getBuffered().start(0);
    double end = buffer.getBuffered().end(0);
    Check.that("starts in the window: " + Text.of(start), start >= 0.75 && start < 0.7717);
    Check.that("ends in the window: " + Text.of(end), end <= 3.25 && end > 3.2283);
    stage.saw(Text.of(buffer.getBuffered()));
  }

  private static void windowValues(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    Check.equal("appendWindowStart", 0, buffer.getAppendWindowStart());
    Check.equal("appendWindowEnd", Double.POSITIVE_INFINITY, buffer.getAppendWindowEnd());
    buffer.setAppendWindowEnd(500);
    buffer.setAppendWindowStart(100);
    Check.equal("appendWindowStart", 100, buffer.getAppendWindowStart());
    Check.equal("appendWindowEnd", 500, buffer.getAppendWindowEnd());
    for (double value : new double[] {-1, 500, 600, Double.NaN, Double.POSITIVE_INFINITY}) {
      Check.throwing(
          "TypeError", "start " + Text.of(value), () -> buffer.setAppendWindowStart(value));
    }
    for (double value : new double[] {100, 50, -1, Double.NaN}) {
      Check.throwing("TypeError", "end " + Text.of(value), () -> buffer.setAppendWindowEnd(value));
    }
    Check.equal("appendWindowStart", 100, buffer.getAppendWindowStart());
    Check.equal("appendWindowEnd", 500, buffer.getAppendWindowEnd());
  }

  private static void windowUpdating(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    Check.throwing("InvalidStateError", "start", () -> buffer.setAppendWindowStart(1));
    Check.throwing("InvalidStateError", "end", () -> buffer.setAppendWindowEnd(9));
    updates.await("updateend");
  }

  private static void sequence(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    Check.equal("mode at first", AppendMode.segments(), buffer.getMode());
    buffer.setMode(AppendMode.sequence());
    Check.equal("mode", AppendMode.sequence(), buffer.getMode());
    stage.append(buffer, Media.avcInit());
    stage.append(buffer, Media.avc(3));
    stage.buffered(buffer, 0, 2);
    stage.append(buffer, Media.avc(1));
    stage.buffered(buffer, 0, 4);
    stage.saw("6-8 and 2-4 became 0-4");
  }

  private static void sequenceOffset(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    buffer.setMode(AppendMode.sequence());
    buffer.setTimestampOffset(20);
    stage.append(buffer, Media.avcInit());
    stage.append(buffer, Media.avc(2));
    stage.buffered(buffer, 20, 22);
    Check.near("timestampOffset", 16, buffer.getTimestampOffset(), 0.01);
  }

  private static void modeThrows(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    Check.throwing("InvalidStateError", "updating", () -> buffer.setMode(AppendMode.sequence()));
    updates.await("updateend");
    ArrayBuffer segment = Media.avc(2);
    stage.append(buffer, new Uint8Array(segment, 0, segment.getByteLength() / 2));
    Check.throwing(
        "InvalidStateError", "half a segment", () -> buffer.setMode(AppendMode.sequence()));
    Check.throwing(
        "InvalidStateError", "timestampOffset there", () -> buffer.setTimestampOffset(5));
    buffer.abort();
    buffer.setMode(AppendMode.sequence());
  }

  private static void modeOpens(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    source.endOfStream();
    buffer.setMode(AppendMode.sequence());
    Check.equal("readyState", ReadyState.open(), source.getReadyState());
  }

  private static void modeTimestamps(Stage stage) {
    Check.present("audio/mpeg", MediaSource.isTypeSupported("audio/mpeg"));
    SourceBuffer buffer = stage.open().addSourceBuffer("audio/mpeg");
    Check.throwing("TypeError", "segments", () -> buffer.setMode(AppendMode.segments()));
    buffer.setMode(AppendMode.sequence());
  }

  private static void removeMiddle(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 3);
    stage.remove(buffer, 2, 4);
    Check.equal("buffered", "0-2 4-6", Text.of(buffer.getBuffered()));
    stage.saw("0-6 less 2-4 is " + Text.of(buffer.getBuffered()));
  }

  private static void removeAll(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 2);
    stage.remove(buffer, 2, Double.POSITIVE_INFINITY);
    Check.equal("buffered", "0-2", Text.of(buffer.getBuffered()));
    stage.remove(buffer, 0, Double.POSITIVE_INFINITY);
    Check.equal("buffered", "none", Text.of(buffer.getBuffered()));
  }

  private static void removeValues(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer empty = source.addSourceBuffer(Media.AVC);
    Check.throwing("TypeError", "without a duration", () -> empty.remove(0, 1));
    stage.append(empty, Media.avcUpTo(1));
    source.setDuration(10);
    Check.throwing("TypeError", "a negative start", () -> empty.remove(-1, 1));
    Check.throwing("TypeError", "a start behind the duration", () -> empty.remove(11, 12));
    Check.throwing("TypeError", "an end at the start", () -> empty.remove(1, 1));
    Check.throwing("TypeError", "an end before the start", () -> empty.remove(2, 1));
    Check.throwing("TypeError", "NaN as start", () -> empty.remove(Double.NaN, 1));
    Check.throwing("TypeError", "NaN as end", () -> empty.remove(0, Double.NaN));
    stage.buffered(empty, 0, 2);
  }

  private static void removeStates(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    Check.throwing("InvalidStateError", "updating", () -> buffer.remove(0, 1));
    updates.await("updateend");
    source.endOfStream();
    stage.remove(buffer, 2, 4);
    Check.equal("readyState", ReadyState.open(), source.getReadyState());
    Check.throwing(
        "InvalidStateError",
        "appendBuffer while removing",
        () -> {
          buffer.remove(0, 1);
          buffer.appendBuffer(Media.avc(1));
        });
  }

  private static void changeType(Stage stage) {
    Check.present(Media.VP9, MediaSource.isTypeSupported(Media.VP9));
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    buffer.changeType(Media.VP9);
    buffer.setTimestampOffset(2);
    stage.append(buffer, Media.vp9Init());
    stage.append(buffer, Media.vp9(0));
    stage.buffered(buffer, 0, 4);
    source.endOfStream();
    stage.screen().await("loadeddata");
    Check.equal("the width of AVC", 320, stage.screen().videoWidth());
    stage.screen().seek(3);
    stage.screen().awaitWidth(480);
    stage.saw("0-4; 320 wide, then 480");
  }

  private static void changeTypeStates(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    Check.throwing("TypeError", "empty", () -> buffer.changeType(""));
    Check.throwing("NotSupportedError", "unsupported", () -> buffer.changeType("video/nothing"));
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    Check.throwing("InvalidStateError", "updating", () -> buffer.changeType(Media.AVC));
    updates.await("updateend");
    source.endOfStream();
    buffer.changeType(Media.AVC);
    Check.equal("readyState", ReadyState.open(), source.getReadyState());
  }

  private static void changeTypePlay(Stage stage) {
    Check.present(Media.AV1_WEBM, MediaSource.isTypeSupported(Media.AV1_WEBM));
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    buffer.changeType(Media.AV1_WEBM);
    buffer.setTimestampOffset(2);
    buffer.setAppendWindowEnd(3);
    stage.append(buffer, Media.av1Webm());
    source.endOfStream();
    stage.screen().seek(1.5);
    stage.screen().play();
    stage.screen().await("ended");
    Check.equal("the element's error", 0, stage.screen().errorCode());
    Check.near("currentTime", 3, stage.screen().currentTime(), 0.05);
  }

  private static void changeTypeWithoutCodecs(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    String thrown = Check.thrownBy(() -> buffer.changeType("video/mp4"));
    if (thrown != null) {
      Check.equal("what it throws", "NotSupportedError", thrown);
      stage.saw("refused with NotSupportedError, which the specification lets browsers do");
      return;
    }
    stage.append(buffer, Media.joined(Media.avcInit(), Media.avc(1)));
    stage.buffered(buffer, 0, 4);
    stage.saw("taken");
  }

  private static void changeTypeNegative(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    buffer.changeType("video/webm; codecs=\"vp9\"");
    EventLog log = stage.updates(buffer);
    buffer.appendBuffer(Media.avcUpTo(1));
    log.await("error");
    log.await("updateend");
    stage.screen().await("error");
  }

  private static void frameSize(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    buffer.changeType("video/mp4; codecs=\"avc1.4d4015\"");
    stage.append(
        buffer,
        Media.joined(Media.file("ladder/v240/init.mp4"), Media.file("ladder/v240/00002.m4s")));
    source.endOfStream();
    stage.screen().await("loadeddata");
    Check.equal("the width", 320, stage.screen().videoWidth());
    stage.screen().seek(3);
    stage.screen().awaitWidth(426);
  }
}
