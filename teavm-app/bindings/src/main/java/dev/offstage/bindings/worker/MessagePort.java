package dev.offstage.bindings.worker;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.Registration;

/**
 * One end of a {@link MessageChannel}; with the transfer lists that the type of {@code jso-apis}
 * lacks. It is transferable. Messages wait until {@link #start()}.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#message-ports">HTML,
 *     MessagePort</a>
 */
public interface MessagePort extends org.teavm.jso.workers.MessagePort {
  /**
   * Sends a clone of a value. Throws {@code DataCloneError} if it holds what cannot be cloned.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messageport-postmessage">HTML,
   *     postMessage</a>
   */
  void postMessage(@Nullable JSObject message);

  /**
   * Sends a clone of a value, in which some objects are moved instead of cloned. Throws {@code
   * DataCloneError} if it holds what cannot be cloned, if one of the transferables is detached or
   * is listed twice, or is this port.
   *
   * @param transfer buffers, other ports, handles, streams; they are detached here afterwards
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messageport-postmessage">HTML,
   *     postMessage</a>
   */
  void postMessage(@Nullable JSObject message, JSArrayReader<? extends JSObject> transfer);

  /**
   * Fires when the other end is closed or gone; not in every browser.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#message-ports">HTML,
   *     MessagePort</a>
   */
  default Registration onClose(EventListener<Event> listener) {
    return onEvent("close", listener);
  }
}
