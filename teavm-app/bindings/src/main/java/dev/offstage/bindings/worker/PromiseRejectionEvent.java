package dev.offstage.bindings.worker;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.dom.events.Event;

/**
 * Tells of a rejected promise that no one handles.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#promiserejectionevent">HTML,
 *     PromiseRejectionEvent</a>
 */
public interface PromiseRejectionEvent extends Event {
  /**
   * The promise.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/webappapis.html#promiserejectionevent">HTML,
   *     PromiseRejectionEvent</a>
   */
  @JSProperty
  JSPromise<JSObject> getPromise();

  /**
   * What it was rejected with.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/webappapis.html#promiserejectionevent">HTML,
   *     PromiseRejectionEvent</a>
   */
  @JSProperty
  @Nullable JSObject getReason();
}
