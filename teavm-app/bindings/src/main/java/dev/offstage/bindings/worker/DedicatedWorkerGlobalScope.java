package dev.offstage.bindings.worker;

import org.jspecify.annotations.Nullable;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.ErrorEvent;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.dom.events.Registration;

/**
 * The global object of a dedicated worker: its end of the line to whoever made it.
 *
 * <p>Context: dedicated workers.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-dedicatedworkerglobalscope-interface">HTML,
 *     DedicatedWorkerGlobalScope</a>
 */
public abstract class DedicatedWorkerGlobalScope implements EventTarget {
  private DedicatedWorkerGlobalScope() {}

  /**
   * Whether this program runs in a dedicated worker. Never throws.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-dedicatedworkerglobalscope-interface">HTML,
   *     DedicatedWorkerGlobalScope</a>
   */
  @JSBody(
      script =
          "return typeof DedicatedWorkerGlobalScope !== 'undefined'"
              + " && self instanceof DedicatedWorkerGlobalScope;")
  public static native boolean isSupported();

  /**
   * The scope of the worker in which this program runs.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicatedworkerglobalscope">HTML,
   *     DedicatedWorkerGlobalScope</a>
   */
  @JSBody(script = "return self;")
  @NoSideEffects
  public static native DedicatedWorkerGlobalScope current();

  /**
   * The name that the worker was made with, or empty.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dom-dedicatedworkerglobalscope-name">HTML,
   *     name</a>
   */
  @JSProperty
  public abstract String getName();

  /**
   * The absolute URL of the worker's script, against which relative URLs are resolved.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dom-workerlocation-href">HTML,
   *     href</a>
   */
  @JSBody(script = "return this.location.href;")
  public native String getLocationHref();

  /**
   * Whether the worker is in a cross-origin isolated page, so that memory can be shared.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/webappapis.html#dom-crossoriginisolated">HTML,
   *     crossOriginIsolated</a>
   */
  @JSProperty
  public abstract boolean isCrossOriginIsolated();

  /**
   * Whether the worker is in a secure context.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#dom-issecurecontext">HTML,
   *     isSecureContext</a>
   */
  @JSProperty("isSecureContext")
  public abstract boolean isSecureContext();

  /**
   * Sends a clone of a value. Throws {@code DataCloneError} if it holds what cannot be cloned.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dom-dedicatedworkerglobalscope-postmessage">HTML,
   *     postMessage</a>
   */
  public abstract void postMessage(@Nullable JSObject message);

  /**
   * Sends a clone of a value, in which some objects are moved instead of cloned. Throws {@code
   * DataCloneError} if it holds what cannot be cloned, or if one of the transferables is detached
   * or is listed twice.
   *
   * @param transfer buffers, ports, handles, streams; they are detached here afterwards
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dom-dedicatedworkerglobalscope-postmessage">HTML,
   *     postMessage</a>
   */
  public abstract void postMessage(
      @Nullable JSObject message, JSArrayReader<? extends JSObject> transfer);

  /**
   * Ends the worker after the current task; what it sent before still arrives.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dom-dedicatedworkerglobalscope-close">HTML,
   *     close</a>
   */
  public abstract void close();

  /**
   * Fires for each message from the worker's maker.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-dedicatedworkerglobalscope-interface">HTML,
   *     DedicatedWorkerGlobalScope</a>
   */
  public final Registration onMessage(EventListener<MessageEvent> listener) {
    return onEvent("message", listener);
  }

  /**
   * Fires for a message that could not be deserialized here.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-dedicatedworkerglobalscope-interface">HTML,
   *     DedicatedWorkerGlobalScope</a>
   */
  public final Registration onMessageError(EventListener<MessageEvent> listener) {
    return onEvent("messageerror", listener);
  }

  /**
   * Fires for an exception that no one caught.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-dedicatedworkerglobalscope-interface">HTML,
   *     DedicatedWorkerGlobalScope</a>
   */
  public final Registration onError(EventListener<ErrorEvent> listener) {
    return onEvent("error", listener);
  }

  /**
   * Fires for a rejected promise that no one handles.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-dedicatedworkerglobalscope-interface">HTML,
   *     DedicatedWorkerGlobalScope</a>
   */
  public final Registration onUnhandledRejection(EventListener<PromiseRejectionEvent> listener) {
    return onEvent("unhandledrejection", listener);
  }
}
