package dev.offstage.conformance.cases;

import dev.offstage.bindings.dom.DOMException;
import dev.offstage.bindings.fetch.RequestCredentials;
import dev.offstage.bindings.worker.DedicatedWorkerGlobalScope;
import dev.offstage.bindings.worker.MessageChannel;
import dev.offstage.bindings.worker.MessagePort;
import dev.offstage.bindings.worker.Performance;
import dev.offstage.bindings.worker.PromiseRejectionEvent;
import dev.offstage.bindings.worker.Timers;
import dev.offstage.bindings.worker.Worker;
import dev.offstage.bindings.worker.WorkerOptions;
import dev.offstage.bindings.worker.WorkerType;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Await;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Helper;
import dev.offstage.conformance.stage.Locks;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Message;
import dev.offstage.conformance.stage.Stage;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.events.Registration;
import org.teavm.jso.typedarrays.ArrayBuffer;

/** Workers, their scope, ports, clock and timers. */
final class ScopeCases {
  private ScopeCases() {}

  static void register(Suite suite) {
    suite.worker("scope: name, place and kind of the worker", ScopeCases::about);
    suite.worker("scope: postMessage with a transfer list detaches", ScopeCases::transfers);
    suite.worker("scope: an error that nothing caught is told", ScopeCases::error);
    suite.worker("scope: a rejection that nothing handled is told", ScopeCases::rejection);
    suite.worker("scope: message and messageerror reach their listeners", ScopeCases::events);
    suite.page("scope: close ends the worker", ScopeCases::close);
    suite.page("scope: absent on the page", ScopeCases::absentOnPage);
    suite.page("worker: a message goes there and back with its transfer", ScopeCases::echo);
    suite.page("worker: a script that is not there gives error", ScopeCases::missingScript);
    suite.everywhere("worker: messageerror reaches its listener", ScopeCases::workerEvents);
    suite.everywhere(
        "ports: a message with a transfer list crosses the channel", ScopeCases::ports);
    suite.everywhere("ports: a port travels through a port", ScopeCases::portThroughPort);
    suite.everywhere("ports: closing one tells the other", ScopeCases::portClose);
    suite.everywhere("ports: messageerror reaches its listener", ScopeCases::portEvents);
    suite.everywhere("clock: now and timeOrigin make the time of day", ScopeCases::clock);
    suite.everywhere("timers: fire once, again and again, or never", ScopeCases::timers);
  }

  private static DedicatedWorkerGlobalScope scope() {
    return DedicatedWorkerGlobalScope.current();
  }

  private static void about(Stage stage) {
    Check.equal("isSupported", true, DedicatedWorkerGlobalScope.isSupported());
    Check.equal("the name", "suite", scope().getName());
    Check.that("it is secure", scope().isSecureContext());
    Check.equal("crossOriginIsolated", false, scope().isCrossOriginIsolated());
    Check.that("the URL", scope().getLocationHref().endsWith("worker.js?engine=" + stage.engine()));
  }

  private static void transfers(Stage stage) {
    ArrayBuffer bytes = new ArrayBuffer(1000);
    Message message = Message.of("screen");
    message.setName("nothing");
    message.setText("");
    message.setValue(bytes);
    scope().postMessage(message);
    Check.equal("byteLength after a clone", 1000, bytes.getByteLength());
    scope().postMessage(message, JSArray.of(bytes));
    Check.equal("byteLength after a transfer", 0, bytes.getByteLength());
    Check.throwing(
        "DataCloneError", "again", () -> scope().postMessage(message, JSArray.of(bytes)));
  }

  private static void error(Stage stage) {
    EventLog log = new EventLog();
    Registration registration =
        scope()
            .onError(
                event -> {
                  event.preventDefault();
                  log.note(event.getMessage());
                });
    Made.throwLater("on purpose");
    log.await("Uncaught Error: on purpose");
    registration.dispose();
  }

  private static void rejection(Stage stage) {
    EventLog log = new EventLog();
    Registration registration =
        scope()
            .onUnhandledRejection(
                event -> {
                  event.preventDefault();
                  log.note(told(event));
                });
    Made.rejection("on purpose");
    log.await("on purpose, with its promise");
    registration.dispose();
  }

  private static String told(PromiseRejectionEvent event) {
    return DOMException.messageOf((Object) event.getReason())
        + (event.getPromise() == null ? "" : ", with its promise");
  }

  private static void events(Stage stage) {
    EventLog log = new EventLog();
    Registration error = scope().onMessageError(log::add);
    Registration message = scope().onMessage(log::add);
    stage.screen().currentTime();
    log.await("message");
    scope().dispatchEvent(Made.event("messageerror"));
    log.await("messageerror");
    error.dispose();
    message.dispose();
    log.clear();
    scope().dispatchEvent(Made.event("messageerror"));
    Check.equal("what a disposed listener hears", "", log.text());
  }

  /** The browser gives the lock of a worker away when the worker is gone. */
  private static void close(Stage stage) {
    Helper helper = Helper.start(stage.engine());
    helper.post("lock");
    helper.await("locked");
    helper.post("close");
    helper.await("closing");
    Await.value("the helper's lock", Locks.wait("helper"));
  }

  private static void absentOnPage(Stage stage) {
    Check.equal("isSupported", false, DedicatedWorkerGlobalScope.isSupported());
  }

  private static void echo(Stage stage) {
    Helper helper = Helper.start(stage.engine());
    ArrayBuffer bytes = new ArrayBuffer(12);
    Message message = Message.of("echo");
    message.setText("there");
    message.setValue(bytes);
    helper.post(message, JSArray.of(bytes));
    Check.equal("byteLength here", 0, bytes.getByteLength());
    Message answer = helper.await("echo");
    Check.equal("the text", "there", answer.getText());
    ArrayBuffer returned = answer.getValue().cast();
    Check.equal("byteLength of what returned", 12, returned.getByteLength());
    helper.worker().terminate();
  }

  private static void missingScript(Stage stage) {
    WorkerOptions options = WorkerOptions.create();
    options.setType(WorkerType.classic());
    options.setCredentials(RequestCredentials.sameOrigin());
    Worker worker = new Worker("absent.js", options);
    EventLog log = new EventLog();
    worker.onError(log::add);
    log.await("error");
    new Worker("other-worker.js").terminate();
  }

  private static void workerEvents(Stage stage) {
    Worker worker = new Worker("other-worker.js");
    EventLog log = new EventLog();
    worker.onMessageError(log::add);
    worker.dispatchEvent(Made.event("messageerror"));
    Check.equal("heard", "messageerror", log.text());
    worker.postMessage(null);
    worker.terminate();
  }

  private static void ports(Stage stage) {
    MessageChannel channel = new MessageChannel();
    MessagePort there = channel.getPort2();
    ArrayBuffer bytes = new ArrayBuffer(77);
    EventLog log = new EventLog();
    there.onMessage(
        event ->
            log.note(
                event.getData() == null
                    ? "null"
                    : "bytes " + event.getData().<ArrayBuffer>cast().getByteLength()));
    channel.getPort1().postMessage(null);
    channel.getPort1().postMessage(bytes, JSArray.of(bytes));
    Check.equal("byteLength here", 0, bytes.getByteLength());
    Check.throwing(
        "DataCloneError", "again", () -> channel.getPort1().postMessage(bytes, JSArray.of(bytes)));
    there.start();
    log.await("bytes 77");
    Check.equal("in order", "null bytes 77", log.text());
    there.close();
  }

  private static void portThroughPort(Stage stage) {
    MessageChannel outer = new MessageChannel();
    MessageChannel inner = new MessageChannel();
    EventLog log = new EventLog();
    outer
        .getPort2()
        .onMessage(event -> event.getData().<MessagePort>cast().postMessage(Message.of("came")));
    outer.getPort2().start();
    inner.getPort1().onMessage(event -> log.note(event.getData().<Message>cast().getKind()));
    inner.getPort1().start();
    outer.getPort1().postMessage(inner.getPort2(), JSArray.of(inner.getPort2()));
    log.await("came");
    outer.getPort1().close();
    inner.getPort1().close();
  }

  private static void portClose(Stage stage) {
    MessageChannel channel = new MessageChannel();
    Check.present("the event close of ports", Made.has(channel.getPort1(), "onclose"));
    EventLog log = new EventLog();
    channel.getPort1().onClose(log::add);
    channel.getPort1().start();
    channel.getPort2().close();
    log.await("close");
  }

  private static void portEvents(Stage stage) {
    MessagePort port = new MessageChannel().getPort1();
    EventLog log = new EventLog();
    port.onMessageError(log::add);
    port.dispatchEvent(Made.event("messageerror"));
    Check.equal("heard", "messageerror", log.text());
  }

  private static void clock(Stage stage) {
    double first = Performance.now();
    double second = Performance.now();
    Check.that("now does not go back", second >= first && first > 0);
    double day = Performance.getTimeOrigin() + Performance.now();
    Check.near("the time of day", System.currentTimeMillis(), day, 5000);
  }

  private static void timers(Stage stage) {
    EventLog log = new EventLog();
    int never = Timers.setTimeout(() -> log.note("never"), 0);
    Timers.clearTimeout(never);
    Timers.queueMicrotask(() -> log.note("microtask"));
    Timers.setTimeout(() -> log.note("timeout"), 1);
    int again = Timers.setInterval(() -> log.note("interval"), 2);
    log.await("timeout");
    log.await("interval");
    log.await("interval");
    Timers.clearInterval(again);
    Check.that("the microtask comes first: " + log.text(), log.text().startsWith("microtask "));
    Check.equal("what was cleared", 0, log.count("never"));
    Check.that("ids are numbers", never != again);
  }
}
