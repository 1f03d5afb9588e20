package dev.offstage.conformance.stage;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;

/** Locks of the origin: who waits for one learns when its holder is gone. */
public final class Locks {
  /** Hears that the lock is held. */
  @JSFunctor
  public interface Held extends JSObject {
    void held();
  }

  private Locks() {}

  /** Takes the lock and keeps it for as long as this context lives. */
  @JSBody(
      params = {"name", "listener"},
      script =
          "navigator.locks.request(name, function() {"
              + " listener();"
              + " return new Promise(function() {});"
              + "});")
  public static native void hold(String name, Held listener);

  /** Settles when nobody holds the lock any more. */
  @JSBody(
      params = "name",
      script = "return navigator.locks.request(name, function() { return null; });")
  public static native JSPromise<JSObject> wait(String name);
}
