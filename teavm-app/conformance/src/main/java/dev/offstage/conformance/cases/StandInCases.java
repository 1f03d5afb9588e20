package dev.offstage.conformance.cases;

import dev.offstage.bindings.PlainObject;
import dev.offstage.bindings.mse.BufferedChangeEvent;
import dev.offstage.bindings.mse.BufferedChangeEventInit;
import dev.offstage.bindings.mse.ManagedMediaSource;
import dev.offstage.bindings.mse.ManagedSourceBuffer;
import dev.offstage.bindings.mse.SourceBuffer;
import dev.offstage.bindings.mse.TimeRanges;
import dev.offstage.conformance.Suite;
import dev.offstage.conformance.stage.Check;
import dev.offstage.conformance.stage.EventLog;
import dev.offstage.conformance.stage.Made;
import dev.offstage.conformance.stage.Media;
import dev.offstage.conformance.stage.Stage;
import dev.offstage.conformance.stage.Text;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.dom.events.Registration;

/**
 * Members that none of the tested browsers has, called on classes that the case itself installs
 * under their names. That the Java calls arrive with the right names and arguments is tested here;
 * what a browser would do is not.
 */
final class StandInCases {
  private StandInCases() {}

  static void register(Suite suite) {
    suite.everywhere(
        "managed, on a stand-in, not a browser's own: the source's members and events",
        stage -> with(stage, StandInCases::source));
    suite.everywhere(
        "managed, on a stand-in, not a browser's own: the buffer's event and its ranges",
        stage -> with(stage, StandInCases::buffer));
    suite.everywhere(
        "messages: fields of every kind, and those that are missing", StandInCases::plainObject);
  }

  private interface Body {
    void run(Stage stage, JSArrayReader<JSObject> calls);
  }

  private static void with(Stage stage, Body body) {
    stage.source();
    Check.present("need: the browser has its own", !Made.global("ManagedMediaSource"));
    JSArrayReader<JSObject> calls = install();
    try {
      body.run(stage, calls);
    } finally {
      uninstall();
    }
  }

  private static void source(Stage stage, JSArrayReader<JSObject> calls) {
    Check.equal("isSupported", true, ManagedMediaSource.isSupported());
    Check.equal("in workers", true, ManagedMediaSource.canConstructInDedicatedWorker());
    Check.equal("AVC", true, ManagedMediaSource.isTypeSupported(Media.AVC));
    Check.equal("nothing", false, ManagedMediaSource.isTypeSupported("video/nothing"));
    ManagedMediaSource source = new ManagedMediaSource();
    Check.equal("its interface", "ManagedMediaSource", Made.nameOf(source));
    Check.equal("streaming at first", false, source.isStreaming());
    EventLog log = new EventLog();
    Registration start = source.onStartStreaming(log::add);
    Registration end = source.onEndStreaming(log::add);
    source.dispatchEvent(Made.event("startstreaming"));
    Check.equal("streaming", true, source.isStreaming());
    source.dispatchEvent(Made.event("endstreaming"));
    Check.equal("streaming at last", false, source.isStreaming());
    start.dispose();
    end.dispose();
    source.dispatchEvent(Made.event("startstreaming"));
    Check.equal("the events", "startstreaming endstreaming", log.text());
    Check.equal(
        "the calls",
        "canConstructInDedicatedWorker isTypeSupported("
            + Media.AVC
            + ") isTypeSupported("
            + "video/nothing) constructor(0) streaming streaming streaming",
        joined(calls));
    stage.attach(source);
    stage.video(source, 1);
  }

  private static void buffer(Stage stage, JSArrayReader<JSObject> calls) {
    ManagedMediaSource source = new ManagedMediaSource();
    stage.attach(source);
    SourceBuffer plain = stage.video(source, 1);
    ManagedSourceBuffer buffer = ManagedSourceBuffer.of(plain);
    Check.that("the same object", (JSObject) buffer == plain);
    TimeRanges added = plain.getBuffered();
    stage.append(plain, Media.avc(1));
    TimeRanges removed = plain.getBuffered();
    EventLog log = new EventLog();
    Registration registration =
        buffer.onBufferedChange(
            event ->
                log.note(
                    Text.of(event.getAddedRanges()) + "/" + Text.of(event.getRemovedRanges())));
    BufferedChangeEventInit init = BufferedChangeEventInit.create();
    init.setAddedRanges(added);
    init.setRemovedRanges(removed);
    buffer.dispatchEvent(BufferedChangeEvent.create("bufferedchange", init));
    registration.dispose();
    buffer.dispatchEvent(BufferedChangeEvent.create("bufferedchange", init));
    Check.equal("what was heard", "0-2/0-4", log.text());
    Check.equal(
        "the calls",
        "constructor(0) event(bufferedchange,addedRanges,removedRanges)"
            + " event(bufferedchange,addedRanges,removedRanges)",
        joined(calls));
  }

  private static void plainObject(Stage stage) {
    PlainObject object = PlainObject.create();
    PlainObject inner = PlainObject.create();
    inner.set("text", "deep");
    JSArray<JSNumber> numbers = new JSArray<>();
    numbers.push(JSNumber.valueOf(7));
    object.set("text", "word");
    object.set("double", 0.25);
    object.set("int", -3);
    object.set("flag", true);
    object.set("off", false);
    object.set("inner", inner);
    object.set("list", numbers);
    object.set("null", (@Nullable String) null);
    Check.equal("text", "word", object.getString("text"));
    Check.equal("double", 0.25, object.getNumber("double"));
    Check.equal("int", -3, object.getNumber("int"));
    Check.equal("flag", true, object.getBoolean("flag"));
    Check.equal("off", false, object.getBoolean("off"));
    PlainObject read = object.getObject("inner");
    Check.equal("inner", "deep", read.getString("text"));
    JSArrayReader<JSNumber> list = object.getArray("list");
    Check.equal("list", 7, list.get(0).intValue());
    for (String other : new String[] {"none", "null", "double", "inner"}) {
      Check.that(other + " is no string", object.getString(other) == null);
    }
    Check.equal("no number", Double.NaN, object.getNumber("text"));
    Check.equal("no flag", false, object.getBoolean("text"));
    Check.that("no object", object.<PlainObject>getObject("none") == null);
    Check.that("no array", object.getArray("none") == null);
    Check.equal("typeof off", "false", typed(object, "off"));
  }

  @JSBody(
      params = {"object", "name"},
      script = "return JSON.stringify(object[name]);")
  private static native String typed(PlainObject object, String name);

  /** Puts the stand-ins up and answers the list of the calls that reach them. */
  @JSBody(script = "return standIn.install();")
  private static native JSArrayReader<JSObject> install();

  @JSBody(script = "standIn.uninstall();")
  private static native void uninstall();

  @JSBody(params = "calls", script = "return calls.join(' ');")
  private static native String joined(JSArrayReader<JSObject> calls);
}
