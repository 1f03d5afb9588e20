package dev.offstage.conformance.cases;

import dev.offstage.bindings.html.MediaElement;
import dev.offstage.bindings.html.VideoElement;
import dev.offstage.bindings.mse.MediaSource;
import dev.offstage.bindings.mse.MediaSourceHandle;
import dev.offstage.bindings.worker.Worker;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.CaseFailure;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Helper;
import dev.offstage.conformance.stage.Message;
import dev.offstage.conformance.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;

/** The handle, where it arrives; and what is left of it when its worker dies. */
final class HandlePageCases {
  private static final String TRANSFER =
      "media-source/dedicated-worker/mediasource-worker-handle-transfer.html: ";
  private static final String OTHERS =
      "media-source/dedicated-worker/mediasource-worker-handle-transfer-to-shared-and-service-"
          + "workers.https.html: ";
  private static final String TERMINATE =
      "media-source/dedicated-worker/mediasource-worker-play-terminate-worker.html: ";

  private static final int SOURCE_NOT_SUPPORTED = 4;

  private static @Nullable Helper shared;

  private HandlePageCases() {}

  static void register(Suite suite) {
    suite.page(
        "media-source/dedicated-worker/mediasource-worker-handle.html: the page receives the"
            + " worker's handle, and it plays",
        HandlePageCases::plays);
    suite.page(
        "handle: on the page, too, it cannot be cloned without transfer",
        HandlePageCases::cloneThrows);
    suite.page(
        TRANSFER + "twice in one transfer list throws DataCloneError, from the page",
        HandlePageCases::twiceThrows);
    suite.page(
        TRANSFER + "a detached handle cannot be transferred, from the page",
        HandlePageCases::detachedThrows);
    suite.page(
        TRANSFER + "a handle that is srcObject, or was, cannot be transferred",
        HandlePageCases::assignedThrows);
    suite.page(
        "handle: a detached handle gives the element's error", HandlePageCases::detachedFails);
    suite.page(
        "handle: assigned to two elements it plays in one and errors in the other",
        HandlePageCases::twoElements);
    suite.page(
        TRANSFER + "of five elements that get the same handle exactly one plays",
        stage -> elements(stage, 5));
    suite.page(
        "handle: assigned, replaced and assigned again before the load begins it plays",
        HandlePageCases::replacedBefore);
    suite.page(
        "handle: assigned, replaced and assigned again after it was attached it errors",
        HandlePageCases::replacedAfter);
    suite.page(
        "handle: sent back to a worker and returned it still plays", HandlePageCases::roundTrip);
    suite.page(
        OTHERS + "a plain object reaches a shared worker, a handle gives messageerror",
        HandlePageCases::toSharedWorker);
    suite.page(
        OTHERS + "a plain object reaches a service worker, a handle gives messageerror",
        HandlePageCases::toServiceWorker);
    suite.page(
        "handle: sent through a shared worker it is lost to its sender as well",
        HandlePageCases::throughSharedWorker);
    suite.page(
        "handle: shared and service workers have neither MediaSource nor handles",
        HandlePageCases::absentInOthers);
    suite.page(
        "terminate: while attached the page survives, and the element can be loaded anew",
        HandlePageCases::terminateAttached);
    suite.page(
        TERMINATE + "the worker ends before the handle is assigned",
        HandlePageCases::terminateBefore);
    suite.page(
        TERMINATE + "the worker ends right after the handle is assigned",
        HandlePageCases::terminateRightAfter);
    suite.page(
        TERMINATE + "the worker ends while the element plays", HandlePageCases::terminatePlaying);
    suite.page(
        "media-source/dedicated-worker/mediasource-worker-detach-element.html: the page's detaching"
            + " closes the worker's source",
        HandlePageCases::detachCloses);
  }

  private static Helper helper(Stage stage) {
    Check.present("MediaSource in workers", MediaSource.canConstructInDedicatedWorker());
    if (shared == null) {
      shared = Helper.start(stage.engine());
    }
    return shared;
  }

  private static MediaSourceHandle handle(Helper helper) {
    helper.post("handle");
    JSObject handle = helper.await("handle").getValue();
    if (handle == null) {
      throw new CaseFailure("no handle arrived");
    }
    return handle.cast();
  }

  private static Message with(MediaSourceHandle handle) {
    Message message = Message.of("nothing");
    message.setValue(handle);
    return message;
  }

  private static void plays(Stage stage) {
    Helper helper = helper(stage);
    VideoElement video = stage.page().video();
    video.setSrcObject(handle(helper));
    helper.await("fed");
    video.setCurrentTime(3.5);
    stage.screen().play();
    stage.screen().await("ended");
    Check.equal("the element's error", 0, stage.screen().errorCode());
  }

  private static void cloneThrows(Stage stage) {
    Helper helper = helper(stage);
    Message message = with(handle(helper));
    Check.throwing("DataCloneError", "a clone", () -> helper.worker().postMessage(message));
  }

  private static void twiceThrows(Stage stage) {
    Helper helper = helper(stage);
    MediaSourceHandle handle = handle(helper);
    Check.throwing(
        "DataCloneError", "the list", () -> helper.post(with(handle), JSArray.of(handle, handle)));
  }

  private static void detachedThrows(Stage stage) {
    Helper helper = helper(stage);
    MediaSourceHandle handle = handle(helper);
    helper.post(Message.of("nothing"), JSArray.of(handle));
    Check.throwing(
        "DataCloneError",
        "a transfer outside the message",
        () -> helper.post(Message.of("nothing"), JSArray.of(handle)));
    Check.throwing(
        "DataCloneError", "a transfer", () -> helper.post(with(handle), JSArray.of(handle)));
  }

  private static void assignedThrows(Stage stage) {
    Helper helper = helper(stage);
    MediaSourceHandle handle = handle(helper);
    VideoElement video = stage.page().video();
    video.setSrcObject(handle);
    Check.that("srcObject is the handle", video.getSrcObject() == handle);
    Check.throwing(
        "DataCloneError", "at once", () -> helper.post(with(handle), JSArray.of(handle)));
    stage.screen().await("loadstart");
    Check.throwing(
        "DataCloneError", "after loadstart", () -> helper.post(with(handle), JSArray.of(handle)));
    video.clearSrcObject();
    Check.that("srcObject is null", video.getSrcObject() == null);
    Check.throwing(
        "DataCloneError", "when it was", () -> helper.post(with(handle), JSArray.of(handle)));
  }

  private static void detachedFails(Stage stage) {
    Helper helper = helper(stage);
    MediaSourceHandle handle = handle(helper);
    helper.post(Message.of("nothing"), JSArray.of(handle));
    stage.page().video().setSrcObject(handle);
    Check.equal("networkState at once", 3, stage.screen().networkState());
    stage.screen().await("error");
    Check.equal("the error", SOURCE_NOT_SUPPORTED, stage.screen().errorCode());
    Check.equal("readyState", 0, stage.screen().readyState());
    Check.equal("networkState", 3, stage.screen().networkState());
    stage.saw(stage.screen().events());
  }

  private static void twoElements(Stage stage) {
    elements(stage, 2);
  }

  private static void elements(Stage stage, int count) {
    Helper helper = helper(stage);
    MediaSourceHandle handle = handle(helper);
    EventLog log = new EventLog();
    for (int i = 0; i < count; i++) {
      VideoElement video = stage.page().another();
      video.onError(log::add);
      video.onEnded(log::add);
      video.setSrcObject(handle);
      Check.equal("networkState at once", 3, video.getNetworkState());
      video.onLoadedMetadata(event -> video.setCurrentTime(3.5));
      video.play().catchError(error -> null);
    }
    while (log.count("error") < count - 1) {
      log.await("error");
    }
    log.awaitAny("ended");
    Check.equal("how many failed", count - 1, log.count("error"));
    Check.equal("how many played", 1, log.count("ended"));
    stage.saw("1 ended, " + (count - 1) + " failed");
  }

  private static void replacedBefore(Stage stage) {
    Helper helper = helper(stage);
    MediaSourceHandle handle = handle(helper);
    VideoElement video = stage.page().video();
    video.setSrcObject(handle);
    video.clearSrcObject();
    video.setSrcObject(handle);
    helper.await("fed");
    stage.screen().await("loadeddata");
    Check.equal("the element's error", 0, stage.screen().errorCode());
  }

  private static void replacedAfter(Stage stage) {
    Helper helper = helper(stage);
    MediaSourceHandle handle = handle(helper);
    VideoElement video = stage.page().video();
    video.setSrcObject(handle);
    helper.await("fed");
    MediaSourceHandle other = handle(helper);
    video.setSrcObject(other);
    helper.await("closed");
    helper.await("fed");
    video.setSrcObject(handle);
    stage.screen().await("error");
    Check.equal("the error", SOURCE_NOT_SUPPORTED, stage.screen().errorCode());
  }

  private static void roundTrip(Stage stage) {
    Helper helper = helper(stage);
    Message message = Message.of("echo");
    message.setText("");
    MediaSourceHandle handle = handle(helper);
    message.setValue(handle);
    helper.post(message, JSArray.of(handle));
    JSObject returned = helper.await("echo").getValue();
    Check.that("it is another object", returned != null && returned != handle);
    stage.page().video().setSrcObject(returned.<MediaSourceHandle>cast());
    helper.await("fed");
    stage.screen().await("loadeddata");
    Check.equal("the element's error", 0, stage.screen().errorCode());
  }

  private static void toSharedWorker(Stage stage) {
    MediaSourceHandle handle = handle(helper(stage));
    Check.equal("of an object", "message", viaShared(Message.of("plain"), new JSArray<>()));
    Check.equal("of a handle", "messageerror", viaShared(handle, JSArray.of(handle)));
  }

  private static void toServiceWorker(Stage stage) {
    MediaSourceHandle handle = handle(helper(stage));
    Check.equal("of an object", "message", viaService(Message.of("plain"), new JSArray<>()));
    Check.equal("of a handle", "messageerror", viaService(handle, JSArray.of(handle)));
  }

  private static void throughSharedWorker(Stage stage) {
    MediaSourceHandle handle = handle(helper(stage));
    Check.equal("the answer", "messageerror", viaShared(handle, JSArray.of(handle)));
    stage.page().video().setSrcObject(handle);
    stage.screen().await("error");
    Check.equal("the error", SOURCE_NOT_SUPPORTED, stage.screen().errorCode());
  }

  private static void absentInOthers(Stage stage) {
    helper(stage);
    JSString question = JSString.valueOf("globals");
    Check.equal("shared", "undefined,undefined", viaShared(question, new JSArray<>()));
    Check.equal("service", "undefined,undefined", viaService(question, new JSArray<>()));
  }

  private static void terminateAttached(Stage stage) {
    helper(stage);
    Helper first = Helper.start(stage.engine());
    VideoElement video = stage.page().video();
    video.setSrcObject(handle(first));
    first.await("fed");
    stage.screen().await("loadeddata");
    Worker worker = first.worker();
    worker.terminate();
    Helper second = Helper.start(stage.engine());
    video.setSrcObject(handle(second));
    second.await("fed");
    stage.screen().await("emptied");
    stage.screen().await("loadeddata");
    Check.equal("the element's error", 0, stage.screen().errorCode());
    Check.equal("buffered", "0-4", stage.screen().buffered());
    second.worker().terminate();
  }

  private static void terminateBefore(Stage stage) {
    helper(stage);
    Helper helper = Helper.start(stage.engine());
    MediaSourceHandle handle = handle(helper);
    helper.worker().terminate();
    stage.page().video().setSrcObject(handle);
    stage.screen().await("loadstart");
    loadAnew(stage);
  }

  private static void terminateRightAfter(Stage stage) {
    helper(stage);
    Helper helper = Helper.start(stage.engine());
    stage.page().video().setSrcObject(handle(helper));
    helper.worker().terminate();
    stage.screen().await("loadstart");
    loadAnew(stage);
  }

  private static void terminatePlaying(Stage stage) {
    helper(stage);
    Helper helper = Helper.start(stage.engine());
    MediaElement video = stage.page().video();
    video.setSrcObject(handle(helper));
    helper.await("fed");
    stage.screen().play();
    stage.screen().await("playing");
    helper.worker().terminate();
    loadAnew(stage);
  }

  private static void loadAnew(Stage stage) {
    stage.screen().detach();
    stage.screen().await("emptied");
    Helper helper = helper(stage);
    stage.page().video().setSrcObject(handle(helper));
    helper.await("fed");
    stage.screen().await("loadeddata");
    Check.equal("the element's error", 0, stage.screen().errorCode());
  }

  private static void detachCloses(Stage stage) {
    Helper helper = helper(stage);
    stage.page().video().setSrcObject(handle(helper));
    helper.await("fed");
    stage.page().video().clearSrcObject();
    helper.await("closed");
  }

  private static String viaShared(JSObject value, JSArrayReader<? extends JSObject> transfer) {
    return Await.value("the shared worker's answer", askShared(value, transfer)).stringValue();
  }

  private static String viaService(JSObject value, JSArrayReader<? extends JSObject> transfer) {
    return Await.value("the service worker's answer", askService(value, transfer)).stringValue();
  }

  @JSBody(
      params = {"value", "transfer"},
      script =
          "return new Promise(function(resolve) {"
              + " var port = new SharedWorker('other-worker.js').port;"
              + " port.onmessage = function(event) { port.close(); resolve(event.data); };"
              + " port.postMessage(value, transfer);"
              + "});")
  private static native JSPromise<JSString> askShared(
      JSObject value, JSArrayReader<? extends JSObject> transfer);

  @JSBody(
      params = {"value", "transfer"},
      script =
          "var container = navigator.serviceWorker;"
              + "return container.register('other-worker.js').then(function() {"
              + " return container.ready;"
              + "}).then(function(registration) {"
              + " return new Promise(function(resolve) {"
              + "  container.onmessage = function(event) { resolve(event.data); };"
              + "  registration.active.postMessage(value, transfer);"
              + " }).then(function(answer) {"
              + "  return registration.unregister().then(function() { return answer; });"
              + " });"
              + "});")
  private static native JSPromise<JSString> askService(
      JSObject value, JSArrayReader<? extends JSObject> transfer);
}
