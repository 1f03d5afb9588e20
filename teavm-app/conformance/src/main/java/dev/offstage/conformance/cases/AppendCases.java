package dev.offstage.conformance.cases;

import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Uint8Array;

/** Appending: its events, its errors, its end by abort. */
final class AppendCases {
  private static final String WPT = "media-source/";

  private AppendCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        "append: updatestart, update, updateend in this order", AppendCases::orderOfEvents);
    suite.everywhere(
        "append: appendBuffer while updating throws InvalidStateError", AppendCases::whileUpdating);
    suite.everywhere(
        "append: malformed bytes give error, updateend, sourceended and the element's error",
        AppendCases::malformed);
    suite.everywhere(
        "append: what is buffered is the same in the program and on the element",
        AppendCases::bufferedAgrees);
    suite.everywhere(
        "media-source/mediasource-appendbuffer-quota-exceeded.html: a full buffer throws"
            + " QuotaExceededError, keeps what it has, and takes more after a removal",
        AppendCases::quota);
    suite.everywhere(
        WPT + "mediasource-append-buffer.html: bytes in odd pieces make the same frames",
        AppendCases::oddPieces);
    suite.everywhere(
        WPT + "mediasource-append-buffer.html: several init segments in one append are taken",
        AppendCases::severalInits);
    suite.everywhere(
        WPT + "mediasource-append-buffer.html: media without an init segment is an error",
        AppendCases::withoutInit);
    suite.everywhere(
        WPT + "mediasource-append-buffer.html: an append after endOfStream opens the source",
        AppendCases::appendOpens);
    suite.everywhere(
        WPT
            + "mediasource-append-buffer.html: appendBuffer after an element error throws"
            + " InvalidStateError",
        AppendCases::afterError);
    suite.everywhere(
        WPT
            + "mediasource-invalid-codec.html: an init segment of another codec than announced is"
            + " an error",
        AppendCases::wrongCodec);
    suite.everywhere(
        WPT + "mediasource-buffered.html: of two buffers the element has what both hold",
        AppendCases::intersection);
    suite.everywhere(
        "abort: while updating gives abort and updateend, and no update", AppendCases::abort);
    suite.everywhere(
        WPT + "SourceBuffer-abort.html: resets the append window, leaves timestampOffset",
        AppendCases::abortResets);
    suite.everywhere(
        WPT + "SourceBuffer-abort-readyState.html: throws InvalidStateError when ended or closed",
        AppendCases::abortNotOpen);
    suite.everywhere(
        WPT + "SourceBuffer-abort-updating.html: throws InvalidStateError while removing",
        AppendCases::abortRemoval);
    suite.everywhere(
        WPT + "SourceBuffer-abort-removed.html: throws InvalidStateError when removed",
        AppendCases::abortRemoved);
    suite.everywhere(
        WPT + "SourceBuffer-abort.html: in the middle of a segment lets the next begin anew",
        AppendCases::abortInMiddle);
  }

  private static void orderOfEvents(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    ArrayBuffer media = Media.avcUpTo(1);
    EventLog log = stage.updates(buffer);
    Check.equal("updating before", false, buffer.isUpdating());
    buffer.appendBuffer(media);
    Check.equal("updating right after", true, buffer.isUpdating());
    log.await("updateend");
    Check.equal("updating at the end", false, buffer.isUpdating());
    stage.saw(log.text());
    Check.equal("the order", "updatestart update updateend", log.text());
  }

  private static void whileUpdating(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    ArrayBuffer media = Media.avcUpTo(1);
    EventLog log = stage.updates(buffer);
    buffer.appendBuffer(media);
    Check.throwing("InvalidStateError", "a second append", () -> buffer.appendBuffer(media));
    log.await("updateend");
    Check.equal("the events", "updatestart update updateend", log.text());
  }

  private static void malformed(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    EventLog log = stage.updates(buffer);
    source.onSourceEnded(log::add);
    buffer.appendBuffer(noise(4096));
    log.await("updateend");
    Check.equal("readyState", ReadyState.ended(), source.getReadyState());
    stage.screen().await("error");
    Check.equal("the element's error", 3, stage.screen().errorCode());
    log.awaitAny("sourceended");
    Check.that("error comes before updateend: " + log.text(), log.before("error", "updateend"));
    Check.that("error comes before sourceended: " + log.text(), log.before("error", "sourceended"));
    Check.equal("updates", 0, log.count("update"));
    stage.saw(log.text());
  }

  private static void bufferedAgrees(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    Check.equal("the element's", Text.of(buffer.getBuffered()), stage.screen().buffered());
    stage.append(buffer, Media.avc(2));
    stage.append(buffer, Media.avc(4));
    Check.equal("the element's", Text.of(buffer.getBuffered()), stage.screen().buffered());
    stage.remove(buffer, 4, 6);
    Check.equal("the element's", Text.of(buffer.getBuffered()), stage.screen().buffered());
    stage.saw(stage.screen().buffered());
  }

  private static void quota(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AAC);
    ArrayBuffer piece = Media.aac(0);
    for (int i = 1; i < 20; i++) {
      piece = Media.joined(piece, Media.aac(i));
    }
    ArrayBuffer whole = piece;
    stage.append(buffer, Media.aacInit());
    String thrown = null;
    int appended = 0;
    while (thrown == null && appended < 400) {
      buffer.setTimestampOffset(40 * appended);
      EventLog updates = stage.updates(buffer);
      thrown = Check.thrownBy(() -> buffer.appendBuffer(whole));
      if (thrown == null) {
        updates.await("updateend");
        appended++;
      }
    }
    Check.equal("what the full buffer throws", "QuotaExceededError", thrown);
    Check.equal("updating after the throw", false, buffer.isUpdating());
    EventLog none = stage.updates(buffer);
    Await.tasks();
    Check.equal("the events after the throw", "", none.text());
    stage.buffered(buffer, 0, 40.0 * appended);
    stage.remove(buffer, 0, 40 * (appended / 2));
    stage.append(buffer, whole);
    stage.saw("full after " + appended * whole.getByteLength() / (1024 * 1024) + " MiB of AAC");
  }

  private static void oddPieces(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    ArrayBuffer whole = Media.avcUpTo(1);
    int length = whole.getByteLength();
    int piece = 1;
    for (int from = 0; from < length; from += piece) {
      piece = Math.min(piece * 3 + 1, length - from);
      stage.append(buffer, new Uint8Array(whole, from, piece));
    }
    stage.buffered(buffer, 0, 2);
  }

  private static void severalInits(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    ArrayBuffer init = Media.avcInit();
    stage.append(buffer, Media.joined(Media.joined(init, init), Media.avcUpTo(1)));
    stage.buffered(buffer, 0, 2);
  }

  private static void withoutInit(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    EventLog log = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(0));
    log.await("error");
    log.await("updateend");
    stage.screen().await("error");
    stage.saw("the element's error is " + stage.screen().errorCode());
  }

  private static void appendOpens(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    source.endOfStream();
    EventLog states = stage.states(source);
    stage.append(buffer, Media.avc(1));
    states.awaitAny("sourceopen");
    Check.equal("readyState", ReadyState.open(), source.getReadyState());
    source.endOfStream();
    EventLog again = stage.states(source);
    stage.append(buffer, new ArrayBuffer(0));
    again.awaitAny("sourceopen");
    Check.equal("readyState after nothing", ReadyState.open(), source.getReadyState());
  }

  private static void afterError(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AVC);
    EventLog log = stage.updates(buffer);
    buffer.appendBuffer(noise(64));
    log.await("updateend");
    stage.screen().await("error");
    Check.throwing("InvalidStateError", "appendBuffer", () -> buffer.appendBuffer(Media.avcInit()));
  }

  private static void wrongCodec(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AAC);
    EventLog log = stage.updates(buffer);
    buffer.appendBuffer(Media.avcInit());
    log.await("updateend");
    Check.equal("the events", "updatestart error updateend", log.text());
    stage.screen().await("error");
    Check.equal("the element's error", 4, stage.screen().errorCode());
  }

  private static void intersection(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer video = source.addSourceBuffer(Media.AVC);
    SourceBuffer audio = source.addSourceBuffer(Media.AAC);
    stage.append(video, Media.avcUpTo(3));
    stage.append(audio, Media.aacInit());
    Check.equal("the element's without sound", "none", stage.screen().buffered());
    stage.append(audio, Media.aac(0));
    String audioEnd = Text.of(audio.getBuffered().end(0));
    Check.equal("the element's", "0-" + audioEnd, stage.screen().buffered());
    stage.append(audio, Media.joined(Media.aac(1), Media.joined(Media.aac(2), Media.aac(3))));
    Check.equal("the element's", "0-6", stage.screen().buffered());
    stage.saw("0-" + audioEnd + ", then 0-6");
  }

  private static void abort(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    EventLog log = stage.updates(buffer);
    buffer.appendBuffer(Media.avc(1));
    buffer.abort();
    Check.equal("updating right after", false, buffer.isUpdating());
    log.await("updateend");
    stage.saw(log.text());
    Check.equal("the events", "updatestart abort updateend", log.text());
  }

  private static void abortResets(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    buffer.setTimestampOffset(5);
    buffer.setAppendWindowStart(1);
    buffer.setAppendWindowEnd(100);
    EventLog log = stage.updates(buffer);
    buffer.abort();
    Check.equal("appendWindowStart", 0, buffer.getAppendWindowStart());
    Check.equal("appendWindowEnd", Double.POSITIVE_INFINITY, buffer.getAppendWindowEnd());
    Check.equal("timestampOffset", 5, buffer.getTimestampOffset());
    Check.equal("the events of an abort of nothing", "", log.text());
  }

  private static void abortNotOpen(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    source.endOfStream();
    Check.throwing("InvalidStateError", "ended", buffer::abort);
    EventLog states = stage.states(source);
    stage.screen().detach();
    states.await("sourceclose");
    Check.throwing("InvalidStateError", "closed", buffer::abort);
  }

  private static void abortRemoval(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 2);
    EventLog log = stage.updates(buffer);
    buffer.remove(0, 2);
    Check.throwing("InvalidStateError", "abort", buffer::abort);
    log.await("updateend");
    Check.equal("the events", "updatestart update updateend", log.text());
  }

  private static void abortRemoved(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    source.removeSourceBuffer(buffer);
    Check.throwing("InvalidStateError", "abort", buffer::abort);
  }

  private static void abortInMiddle(Stage stage) {
    SourceBuffer buffer = stage.video(stage.open(), 1);
    ArrayBuffer segment = Media.avc(1);
    stage.append(buffer, new Uint8Array(segment, 0, segment.getByteLength() / 2));
    buffer.abort();
    stage.append(buffer, Media.avcInit());
    stage.append(buffer, Media.avc(2));
    Check.near("the end", 6, buffer.getBuffered().end(buffer.getBuffered().getLength() - 1), 0.01);
  }

  /** Bytes that begin no box of any kind: the same at each run. */
  private static ArrayBuffer noise(int length) {
    Uint8Array bytes = new Uint8Array(length);
    int state = 12345;
    for (int i = 0; i < length; i++) {
      state = state * 1103515245 + 12345;
      bytes.set(i, (short) (state >>> 16 & 0xFF));
    }
    return bytes.getBuffer();
  }
}
