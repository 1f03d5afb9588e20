package dev.offstage.bindings.dom;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * Cancels what was given its signal.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-abortcontroller">DOM, AbortController</a>
 */
@JSClass
public class AbortController implements JSObject {
  /**
   * Makes a controller with a signal of its own.
   *
   * @see <a href="https://dom.spec.whatwg.org/#interface-abortcontroller">DOM, AbortController</a>
   */
  public AbortController() {}

  /**
   * The signal to hand to cancellable operations, the same object at each call.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortcontroller-signal">DOM, signal</a>
   */
  @JSProperty
  public native AbortSignal getSignal();

  /**
   * Aborts with an {@code AbortError} as the reason; nothing happens the second time.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortcontroller-abort">DOM, abort</a>
   */
  public native void abort();

  /**
   * Aborts with a reason, which rejected promises then carry.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortcontroller-abort">DOM, abort</a>
   */
  public native void abort(JSObject reason);
}
