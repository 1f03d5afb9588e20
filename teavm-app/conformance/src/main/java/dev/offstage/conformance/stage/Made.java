package dev.offstage.conformance.stage;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.events.Event;

/** Objects of the browser that only tests make, since no program needs to. */
public final class Made {
  private Made() {}

  /** An event that nothing caused. */
  @JSBody(params = "type", script = "return new Event(type);")
  public static native Event event(String type);

  /** A promise that is rejected with a plain error of this message. */
  @JSBody(params = "message", script = "return Promise.reject(new Error(message));")
  public static native JSPromise<JSObject> rejection(String message);

  /** Throws a plain error from a task of its own. */
  @JSBody(params = "message", script = "setTimeout(function() { throw new Error(message); }, 0);")
  public static native void throwLater(String message);

  /** Whether an object has a member, its own or inherited. */
  @JSBody(
      params = {"object", "member"},
      script = "return object !== null && object !== void 0 && member in object;")
  public static native boolean has(JSObject object, String member);

  /** Whether the global scope has a name. */
  @JSBody(params = "name", script = "return name in globalThis;")
  public static native boolean global(String name);
}
