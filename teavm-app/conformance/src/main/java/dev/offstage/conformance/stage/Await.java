package dev.offstage.conformance.stage;

import dev.offstage.bindings.dom.DOMException;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;

/** Waiting for promises, never for ever. Must run in a coroutine. */
public final class Await {
  private static final int LIMIT_MS = 10_000;

  private Await() {}

  /** The value of a promise; the case fails if it is rejected or does not settle in time. */
  public static <T> T value(String what, JSPromise<T> promise) {
    Outcome outcome = outcome(promise, what);
    if (outcome.isRejected()) {
      throw new CaseFailure(
          what
              + " was rejected: "
              + DOMException.nameOf((Object) outcome.getValue())
              + ": "
              + DOMException.messageOf((Object) outcome.getValue()));
    }
    return outcome.valueAs();
  }

  /** The name of the error that a promise is rejected with; null if it is fulfilled. */
  public static @Nullable String rejection(String what, JSPromise<?> promise) {
    Outcome outcome = outcome(promise, what);
    return outcome.isRejected() ? DOMException.nameOf((Object) outcome.getValue()) : null;
  }

  /** Lets every task run that the browser has ready: a message to oneself comes behind them. */
  public static void tasks() {
    value("a message to oneself", roundTrip());
  }

  private static Outcome outcome(JSPromise<?> promise, String what) {
    Outcome outcome = settled(promise, LIMIT_MS).await();
    if (outcome.isLate()) {
      throw new CaseFailure("waited in vain for " + what);
    }
    return outcome;
  }

  @JSBody(
      params = {"promise", "limit"},
      script =
          "return new Promise(function(resolve) {"
              + " var timer = setTimeout(function() { resolve({ late: true }); }, limit);"
              + " function settle(rejected, value) {"
              + "  clearTimeout(timer); resolve({ late: false, rejected: rejected, value: value });"
              + " }"
              + " promise.then(function(value) { settle(false, value); },"
              + "  function(error) { settle(true, error); });"
              + "});")
  private static native JSPromise<Outcome> settled(JSPromise<?> promise, int limit);

  @JSBody(
      script =
          "return new Promise(function(resolve) {"
              + " var channel = new MessageChannel();"
              + " channel.port1.onmessage = function() { channel.port1.close(); resolve(null); };"
              + " setTimeout(function() { channel.port2.postMessage(null); }, 0);"
              + "});")
  private static native JSPromise<JSObject> roundTrip();

  private abstract static class Outcome implements JSObject {
    @JSProperty
    abstract boolean isLate();

    @JSProperty
    abstract boolean isRejected();

    @JSProperty
    abstract JSObject getValue();

    @JSBody(script = "return this.value;")
    native <T> T valueAs();
  }
}
