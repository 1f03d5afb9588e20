package dev.offstage.conformance.cases;

import dev.offstage.bindings.html.URL;
import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.mse.EndOfStreamError;
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

/** Sources that end, fail, close or are attached again, and what becomes of their parts. */
final class StateCases {
  private static final String WPT = "media-source/";
  private static final int SOURCE_NOT_SUPPORTED = 4;

  private StateCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        WPT + "mediasource-closed.html: of a source that closes nothing is left to use",
        StateCases::closes);
    suite.everywhere(
        WPT + "mediasource-detach.html: load() before any append detaches",
        StateCases::loadBeforeAppend);
    suite.everywhere(
        WPT + "mediasource-detach.html: load() after an append detaches",
        StateCases::loadAfterAppend);
    suite.everywhere(
        WPT
            + "mediasource-sourcebufferlist.html: each list tells once when the source closes, and"
            + " is empty",
        StateCases::listsEmptied);
    suite.everywhere(
        WPT
            + "mediasource-removesourcebuffer.html: in an ended source; an active buffer leaves"
            + " both lists",
        StateCases::removeWhenEnded);
    suite.everywhere(
        WPT + "mediasource-endofstream.html: without frames the duration becomes 0",
        StateCases::endWithoutFrames);
    suite.everywhere(
        WPT
            + "mediasource-endofstream.html: the element has enough data, what is buffered stays"
            + " as it is",
        StateCases::endLeavesBuffered);
    suite.everywhere(
        WPT
            + "mediasource-errors.html: endOfStream('decode') without metadata is the element's"
            + " MEDIA_ERR_SRC_NOT_SUPPORTED, and the source closes",
        StateCases::decodeWithoutMetadata);
    suite.everywhere(
        WPT + "mediasource-errors.html: media without an init segment closes the source",
        StateCases::mediaWithoutInit);
    suite.everywhere(
        WPT + "mediasource-errors.html: corrupted media behind metadata is MEDIA_ERR_DECODE",
        StateCases::corruptedBehindInit);
    suite.everywhere(
        WPT
            + "mediasource-errors.html: corrupted media in one append with its init segment is an"
            + " error",
        StateCases::corruptedWithInit);
    suite.everywhere(
        WPT + "mediasource-liveseekable.html: may be set and cleared while updating",
        StateCases::liveWhileUpdating);
    suite.everywhere(
        WPT + "mediasource-liveseekable.html: is all there is while nothing is buffered",
        StateCases::liveAlone);
    suite.everywhere(
        WPT + "mediasource-buffered.html: nothing without frames, an error after the removal",
        StateCases::bufferedWithoutFrames);
    suite.everywhere(
        WPT
            + "mediasource-buffered.html: after endOfStream the element has the longest of both"
            + " buffers",
        StateCases::bufferedWhenEnded);
    suite.everywhere(
        WPT + "mediasource-buffered.html: tracks in one buffer count together",
        StateCases::bufferedMuxed);
    suite.everywhere(
        WPT + "mediasource-buffered.html: the same object at each get while nothing changes",
        StateCases::bufferedSame);
    suite.page(
        WPT + "mediasource-multiple-attach.html: of two elements at once exactly one gets it",
        StateCases::attachTwice);
    suite.page(
        WPT + "mediasource-multiple-attach.html: a source that closed can be attached again",
        StateCases::attachAgain);
    suite.page(
        WPT + "mediasource-preload.html: with preload auto, metadata and none the source opens",
        StateCases::preload);
    suite.page(
        WPT
            + "mediasource-preload.html: with preload auto and metadata a revoked or wrong URL is"
            + " an error",
        StateCases::preloadBogus);
    suite.page(
        WPT + "mediasource-preload.html: with preload none a revoked or wrong URL is an error",
        StateCases::preloadNoneBogus);
  }

  private static void closes(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog states = stage.states(source);
    stage.screen().detach();
    states.await("sourceclose");
    Check.equal("sourceBuffers.length", 0, source.getSourceBuffers().getLength());
    Check.equal("activeSourceBuffers.length", 0, source.getActiveSourceBuffers().getLength());
    Check.equal("duration", Double.NaN, source.getDuration());
    Check.throwing("NotFoundError", "removeSourceBuffer", () -> source.removeSourceBuffer(buffer));
    Check.throwing("InvalidStateError", "the duration's setter", () -> source.setDuration(10));
    Check.throwing("InvalidStateError", "abort", buffer::abort);
  }

  private static void loadBeforeAppend(Stage stage) {
    MediaSource source = stage.open();
    source.addSourceBuffer(Media.AVC);
    loaded(stage, source);
  }

  private static void loadAfterAppend(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    loaded(stage, source);
  }

  private static void loaded(Stage stage, MediaSource source) {
    EventLog left = new EventLog();
    source.onSourceClose(
        event -> {
          left.note(source.getReadyState().stringValue());
          left.note("" + source.getSourceBuffers().getLength());
          left.note("" + source.getActiveSourceBuffers().getLength());
          left.note(Text.of(source.getDuration()));
          left.note("over");
        });
    stage.screen().load();
    left.await("over");
    Check.equal("what is left", "closed 0 0 NaN over", left.text());
  }

  private static void listsEmptied(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer video = source.addSourceBuffer(Media.AVC);
    SourceBuffer audio = source.addSourceBuffer(Media.AAC);
    stage.append(video, Media.avcInit());
    stage.append(audio, Media.aacInit());
    EventLog all = stage.log(source.getSourceBuffers(), "removesourcebuffer");
    EventLog active = stage.log(source.getActiveSourceBuffers(), "removesourcebuffer");
    EventLog states = stage.states(source);
    stage.screen().detach();
    states.await("sourceclose");
    all.awaitAny("removesourcebuffer");
    active.awaitAny("removesourcebuffer");
    Check.equal("sourceBuffers' events", "removesourcebuffer", all.text());
    Check.equal("activeSourceBuffers' events", "removesourcebuffer", active.text());
    Check.equal("sourceBuffers.length", 0, source.getSourceBuffers().getLength());
    Check.equal("activeSourceBuffers.length", 0, source.getActiveSourceBuffers().getLength());
  }

  private static void removeWhenEnded(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    stage.screen().await("loadedmetadata");
    EventLog all = stage.log(source.getSourceBuffers(), "removesourcebuffer");
    EventLog active = stage.log(source.getActiveSourceBuffers(), "removesourcebuffer");
    source.endOfStream();
    source.removeSourceBuffer(buffer);
    Check.equal("sourceBuffers.length", 0, source.getSourceBuffers().getLength());
    Check.equal("activeSourceBuffers.length", 0, source.getActiveSourceBuffers().getLength());
    all.await("removesourcebuffer");
    active.await("removesourcebuffer");
  }

  private static void endWithoutFrames(Stage stage) {
    MediaSource source = stage.open();
    source.setDuration(2);
    source.endOfStream();
    Check.equal("duration", 0, source.getDuration());
  }

  private static void endLeavesBuffered(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 2);
    String before = Text.of(buffer.getBuffered());
    source.endOfStream();
    Check.equal("buffered", before, Text.of(buffer.getBuffered()));
    stage.screen().await("canplaythrough");
    Check.equal("the element's readyState", 4, stage.screen().readyState());
  }

  private static void decodeWithoutMetadata(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    EventLog updates = stage.updates(buffer);
    EventLog states = stage.states(source);
    source.endOfStream(EndOfStreamError.decode());
    stage.screen().await("error");
    Check.equal("the element's error", SOURCE_NOT_SUPPORTED, stage.screen().errorCode());
    closed(source, states);
    Check.equal("the buffer's events", "", updates.text());
  }

  private static void mediaWithoutInit(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    EventLog updates = stage.updates(buffer);
    EventLog states = stage.states(source);
    buffer.appendBuffer(Media.avc(0));
    updates.await("updateend");
    Check.equal("the buffer's events", "updatestart error updateend", updates.text());
    stage.screen().await("error");
    Check.equal("the element's error", SOURCE_NOT_SUPPORTED, stage.screen().errorCode());
    closed(source, states);
  }

  private static void closed(MediaSource source, EventLog states) {
    states.await("sourceclose");
    Check.equal("the source's events", "sourceended sourceclose", states.text());
    Check.equal("readyState", ReadyState.closed(), source.getReadyState());
    Check.equal("sourceBuffers.length", 0, source.getSourceBuffers().getLength());
  }

  private static void corruptedBehindInit(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    stage.append(buffer, Media.avcInit());
    stage.screen().await("loadedmetadata");
    EventLog updates = stage.updates(buffer);
    EventLog states = stage.states(source);
    buffer.appendBuffer(corrupted(Media.avc(0)));
    updates.await("updateend");
    Check.equal("the buffer's events", "updatestart error updateend", updates.text());
    states.awaitAny("sourceended");
    stage.screen().await("error");
    Check.equal("the element's error", 3, stage.screen().errorCode());
  }

  private static void corruptedWithInit(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    EventLog updates = stage.updates(buffer);
    EventLog states = stage.states(source);
    buffer.appendBuffer(Media.joined(Media.avcInit(), corrupted(Media.avc(0))));
    updates.await("updateend");
    Check.equal("the buffer's events", "updatestart error updateend", updates.text());
    states.awaitAny("sourceended");
    stage.screen().await("error");
    boolean metadata = stage.screen().readyState() > 0;
    Check.equal(
        "the element's error", metadata ? 3 : SOURCE_NOT_SUPPORTED, stage.screen().errorCode());
  }

  /** A segment whose first half is followed by its own beginning. */
  private static ArrayBuffer corrupted(ArrayBuffer segment) {
    ArrayBuffer whole = Media.joined(segment, segment);
    int half = segment.getByteLength() / 2;
    new Uint8Array(whole).set(new Uint8Array(segment), half);
    return whole;
  }

  private static void liveWhileUpdating(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog updates = stage.updates(buffer);
    buffer.appendBuffer(new ArrayBuffer(0));
    Check.equal("updating", true, buffer.isUpdating());
    source.setLiveSeekableRange(0, 1);
    source.clearLiveSeekableRange();
    updates.await("updateend");
  }

  private static void liveAlone(Stage stage) {
    MediaSource source = stage.open();
    source.setDuration(Double.POSITIVE_INFINITY);
    source.setLiveSeekableRange(1, 2);
    Check.equal("seekable", "1-2", stage.screen().seekable());
    source.clearLiveSeekableRange();
    Check.equal("seekable without the range", "none", stage.screen().seekable());
  }

  private static void bufferedWithoutFrames(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(Media.AVC);
    Check.equal("buffered", "none", Text.of(buffer.getBuffered()));
    Check.equal("the element's", "none", stage.screen().buffered());
    stage.append(buffer, Media.avcInit());
    stage.screen().await("loadedmetadata");
    Check.equal("buffered with metadata", "none", Text.of(buffer.getBuffered()));
    Check.equal("the element's with metadata", "none", stage.screen().buffered());
    source.removeSourceBuffer(buffer);
    Check.throwing("InvalidStateError", "buffered", buffer::getBuffered);
  }

  private static void bufferedWhenEnded(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer video = source.addSourceBuffer(Media.AVC);
    SourceBuffer audio = source.addSourceBuffer(Media.AAC);
    stage.append(video, Media.avcUpTo(2));
    stage.append(audio, Media.joined(Media.aacInit(), Media.aac(0)));
    String both = "0-" + Text.of(audio.getBuffered().end(0));
    Check.equal("the element's while open", both, stage.screen().buffered());
    source.endOfStream();
    Check.equal("the element's when ended", "0-4", stage.screen().buffered());
    Check.equal("the shorter buffer's", both, Text.of(audio.getBuffered()));
  }

  private static void bufferedMuxed(Stage stage) {
    String type = "video/mp4; codecs=\"avc1.4d400d, mp4a.40.2\"";
    MediaSource source = stage.open();
    SourceBuffer buffer = source.addSourceBuffer(type);
    stage.append(buffer, Media.clip("av.mp4"));
    // Ten frames of 40 ms, 20 of 21.3 ms.
    double end = buffer.getBuffered().end(0);
    stage.buffered(buffer, 0, end);
    Check.that("an end of the tracks while open: " + Text.of(end), end >= 0.4 && end < 0.43);
    Check.equal("the element's", Text.of(buffer.getBuffered()), stage.screen().buffered());
    source.endOfStream();
    double longest = buffer.getBuffered().end(0);
    Check.that("no shorter when ended: " + Text.of(longest), longest >= end && longest < 0.43);
    Check.equal(
        "the element's when ended", Text.of(buffer.getBuffered()), stage.screen().buffered());
  }

  private static void bufferedSame(Stage stage) {
    SourceBuffer buffer = stage.open().addSourceBuffer(Media.AAC);
    Check.that("buffered == buffered", buffer.getBuffered() == buffer.getBuffered());
  }

  private static void attach(VideoElement video, String url, EventLog log) {
    video.onError(event -> log.note("error"));
    video.setSrc(url);
  }

  private static void attachTwice(Stage stage) {
    MediaSource source = stage.source();
    EventLog states = stage.states(source);
    EventLog errors = new EventLog();
    String url = URL.createObjectURL(source);
    VideoElement first = stage.page().another();
    VideoElement second = stage.page().another();
    attach(first, url, errors);
    attach(second, url, errors);
    states.await("sourceopen");
    errors.await("error");
    VideoElement failed = first.getError() == null ? second : first;
    VideoElement other = failed == first ? second : first;
    Check.equal("the error", SOURCE_NOT_SUPPORTED, failed.getError().getCode());
    Check.equal("its networkState", 3, failed.getNetworkState());
    Check.that("no error in the other", other.getError() == null);
    Check.equal("the other's networkState", 2, other.getNetworkState());
    URL.revokeObjectURL(url);
  }

  private static void attachAgain(Stage stage) {
    MediaSource source = stage.open();
    EventLog states = stage.states(source);
    String url = URL.createObjectURL(source);
    stage.page().video().setSrc(url);
    Check.equal("readyState at once", ReadyState.closed(), source.getReadyState());
    states.await("sourceopen");
    Check.equal("readyState", ReadyState.open(), source.getReadyState());
    stage.video(source, 1);
    URL.revokeObjectURL(url);
  }

  private static void preload(Stage stage) {
    for (String preload : new String[] {"auto", "metadata", "none"}) {
      stage.screen().renew();
      stage.page().video().asElement().setAttribute("preload", preload);
      stage.open();
    }
  }

  private static void preloadBogus(Stage stage) {
    bogus(stage, "auto");
    bogus(stage, "metadata");
  }

  private static void preloadNoneBogus(Stage stage) {
    bogus(stage, "none");
  }

  private static void bogus(Stage stage, String preload) {
    String revoked = URL.createObjectURL(stage.source());
    URL.revokeObjectURL(revoked);
    fails(stage, preload, revoked);
    String right = URL.createObjectURL(stage.source());
    fails(stage, preload, right + "0");
    URL.revokeObjectURL(right);
  }

  private static void fails(Stage stage, String preload, String url) {
    stage.screen().renew();
    VideoElement video = stage.page().video();
    EventLog ends = new EventLog();
    video.onError(event -> ends.note("over"));
    video.asElement().onEvent("suspend", event -> ends.note("over"));
    video.asElement().setAttribute("preload", preload);
    video.setSrc(url);
    ends.await("over");
    Check.equal("the error", SOURCE_NOT_SUPPORTED, stage.screen().errorCode());
  }
}
