package dev.offstage.conformance.stage;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.typedarrays.ArrayBuffer;

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

  /** The name of the interface that an object is of. */
  @JSBody(params = "object", script = "return Object.prototype.toString.call(object).slice(8, -1);")
  public static native String nameOf(JSObject object);

  /** Assigns to a member, as a program in sloppy mode may; what throws is swallowed. */
  @JSBody(
      params = {"object", "member", "value"},
      script = "try { object[member] = value; } catch (error) {}")
  public static native void assign(JSObject object, String member, @Nullable JSObject value);

  /** Whether the members of an interface have this one, named by the standard's IDL. */
  @JSBody(
      params = {"type", "member"},
      script =
          "var made = globalThis[type];"
              + "return made !== void 0 && (member in made.prototype || member in made);")
  public static native boolean has(String type, String member);

  /** Whether the global scope has a name. */
  @JSBody(params = "name", script = "return name in globalThis;")
  public static native boolean global(String name);

  /** A string where the types allow only certain ones, as a program without types may pass it. */
  @JSBody(params = "value", script = "return value;")
  public static native <T extends JSObject> T untyped(@Nullable String value);

  /** Memory that contexts share; a program can get it without any permission from WebAssembly. */
  @JSBody(
      script = "return new WebAssembly.Memory({ shared: true, initial: 1, maximum: 1 }).buffer;")
  public static native ArrayBuffer sharedMemory();
}
