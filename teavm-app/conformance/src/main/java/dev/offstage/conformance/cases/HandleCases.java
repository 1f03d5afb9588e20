package dev.offstage.conformance.cases;

import dev.offstage.bindings.html.URL;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.mse.ReadyState;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Message;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/** The handle, where it is made. */
final class HandleCases {
  private HandleCases() {}

  static void register(Suite suite) {
    suite.worker("handle: the same object at each get", HandleCases::sameAtEachGet);
    suite.worker("handle: another object for each MediaSource", HandleCases::distinctForEach);
    suite.worker("handle: after the transfer it is still the getter's object", HandleCases::kept);
    suite.worker("handle: cannot be cloned without transfer", HandleCases::cloneThrows);
    suite.worker("handle: cannot stand twice in a transfer list", HandleCases::twiceThrows);
    suite.worker("handle: a second transfer throws DataCloneError", HandleCases::secondThrows);
    suite.worker(
        "media-source/dedicated-worker/mediasource-worker-handle-transfer.html: a message without"
            + " the handle in it transfers it all the same",
        HandleCases::transferOutsideTheMessage);
    suite.worker(
        "media-source/dedicated-worker/mediasource-worker-handle.html: canConstructInDedicatedWorker"
            + " is told in the worker, too",
        HandleCases::toldInWorker);
    suite.worker(
        "media-source/dedicated-worker/mediasource-worker-play.html: media appended in the worker"
            + " plays to its end",
        HandleCases::playsToItsEnd);
    suite.worker(
        "media-source/dedicated-worker/mediasource-worker-detach-element.html: detaching closes the"
            + " worker's source and empties its lists",
        HandleCases::detachCloses);
    suite.worker(
        "media-source/dedicated-worker/mediasource-worker-handle.html: the source has the member"
            + " handle, the getter's object is a MediaSourceHandle",
        HandleCases::hasMember);
    suite.worker(
        "media-source/dedicated-worker/mediasource-worker-duration.html: the element follows the"
            + " worker's duration before and after its metadata",
        HandleCases::durationCrosses);
    suite.worker(
        "media-source/dedicated-worker/mediasource-worker-objecturl.html: asking for object"
            + " URLs of the worker's source throws nothing, but the page cannot load one",
        HandleCases::objectUrl);
    suite.page("handle: absent outside dedicated workers", HandleCases::absentOnPage);
  }

  private static MediaSourceHandle handle(Stage stage, MediaSource source) {
    @Nullable MediaSourceHandle handle = source.getHandle();
    Check.present("MediaSource.handle", handle != null);
    return handle;
  }

  private static void post(@Nullable JSObject message, MediaSourceHandle... transfer) {
    JSArray<MediaSourceHandle> list = new JSArray<>();
    for (MediaSourceHandle each : transfer) {
      list.push(each);
    }
    DedicatedWorkerGlobalScope.current().postMessage(message, list);
  }

  /** A message that the page takes no notice of. */
  private static Message unheeded(MediaSourceHandle handle) {
    Message message = Message.of("screen");
    message.setName("nothing");
    message.setText("");
    message.setValue(handle);
    return message;
  }

  private static void sameAtEachGet(Stage stage) {
    MediaSource source = stage.source();
    Check.that("handle == handle", handle(stage, source) == handle(stage, source));
  }

  private static void distinctForEach(Stage stage) {
    MediaSourceHandle first = handle(stage, stage.source());
    Check.that("the handles differ", first != handle(stage, stage.source()));
  }

  private static void kept(Stage stage) {
    MediaSource source = stage.source();
    MediaSourceHandle handle = handle(stage, source);
    post(unheeded(handle), handle);
    Check.that("handle == handle", handle == source.getHandle());
  }

  private static void cloneThrows(Stage stage) {
    MediaSourceHandle handle = handle(stage, stage.source());
    Check.throwing("DataCloneError", "a clone", () -> post(unheeded(handle)));
    stage.screen().renew();
  }

  private static void twiceThrows(Stage stage) {
    MediaSourceHandle handle = handle(stage, stage.source());
    Check.throwing("DataCloneError", "the list", () -> post(unheeded(handle), handle, handle));
  }

  private static void secondThrows(Stage stage) {
    MediaSourceHandle handle = handle(stage, stage.source());
    post(unheeded(handle), handle);
    Check.throwing("DataCloneError", "a second transfer", () -> post(unheeded(handle), handle));
    Check.throwing("DataCloneError", "a transfer outside the message", () -> post(null, handle));
  }

  private static void transferOutsideTheMessage(Stage stage) {
    MediaSourceHandle handle = handle(stage, stage.source());
    Message message = unheeded(handle);
    message.setValue(null);
    post(message, handle);
    Check.throwing("DataCloneError", "another transfer", () -> post(message, handle));
  }

  private static void toldInWorker(Stage stage) {
    Check.present("MediaSource in workers", MediaSource.isSupported());
    Check.equal("the answer", true, MediaSource.canConstructInDedicatedWorker());
  }

  private static void playsToItsEnd(Stage stage) {
    MediaSource source = stage.open();
    stage.video(source, 1);
    source.endOfStream();
    stage.screen().rate(2);
    stage.screen().play();
    stage.screen().await("ended");
    Check.equal("the element's error", 0, stage.screen().errorCode());
    stage.saw("ended at " + Text.of(stage.screen().currentTime()));
  }

  private static void detachCloses(Stage stage) {
    MediaSource source = stage.open();
    SourceBuffer buffer = stage.video(source, 1);
    EventLog states = stage.states(source);
    stage.screen().detach();
    states.await("sourceclose");
    Check.equal("sourceBuffers.length", 0, source.getSourceBuffers().getLength());
    Check.equal("activeSourceBuffers.length", 0, source.getActiveSourceBuffers().getLength());
    Check.equal("duration", Double.NaN, source.getDuration());
    Check.throwing("InvalidStateError", "appendBuffer", () -> buffer.appendBuffer(Media.avc(1)));
    Check.throwing("InvalidStateError", "buffered", buffer::getBuffered);
  }

  private static void absentOnPage(Stage stage) {
    Check.that("getHandle() answers null", stage.source().getHandle() == null);
  }

  private static void hasMember(Stage stage) {
    MediaSource source = stage.source();
    MediaSourceHandle handle = handle(stage, source);
    Check.that("handle in source", Made.has(source, "handle"));
    Check.equal("its interface", "MediaSourceHandle", Made.nameOf(handle));
    Check.equal("readyState", ReadyState.closed(), source.getReadyState());
    Made.assign(source, "handle", null);
    Check.that("the getter's object stays", source.getHandle() == handle);
  }

  private static void durationCrosses(Stage stage) {
    Check.equal("the element's duration at first", Double.NaN, stage.screen().duration());
    MediaSource source = stage.source();
    Check.equal("the worker's duration at first", Double.NaN, source.getDuration());
    stage.attach(source);
    Check.equal("the element's duration", Double.NaN, stage.screen().duration());
    Check.equal("the element's readyState", 0, stage.screen().readyState());
    source.setDuration(0.1);
    stage.screen().await("durationchange");
    Check.equal("the element's duration, set", 0.1, stage.screen().duration());
    Check.equal("the element's readyState still", 0, stage.screen().readyState());
    stage.video(source, 1);
    Check.that("the worker's duration grew", source.getDuration() > 0.1);
    stage.screen().await("loadedmetadata");
    Check.equal("the element's duration, grown", source.getDuration(), stage.screen().duration());
    Check.that("metadata", stage.screen().readyState() >= 1);
  }

  private static void objectUrl(Stage stage) {
    MediaSource source = stage.source();
    String url = URL.createObjectURL(source);
    String other = URL.createObjectURL(source);
    stage.saw(url.isEmpty() ? "they are empty" : "they are of blobs");
    URL.revokeObjectURL(other);
    stage.screen().attachUrl(url);
    stage.screen().await("error");
    Check.equal("the error", 4, stage.screen().errorCode());
    Check.equal("readyState", ReadyState.closed(), source.getReadyState());
    URL.revokeObjectURL(url);
  }
}
