package dev.offstage.bindings.worker;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.MessageEvent;
import org.teavm.jso.dom.events.Registration;

/**
 * A dedicated worker, seen from whoever made it; with the options and the transfer lists that the
 * type of {@code jso-apis} lacks.
 *
 * <p>Context: pages; dedicated workers where they may nest.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-worker-interface">HTML,
 *     Worker</a>
 */
@JSClass
public class Worker extends org.teavm.jso.workers.Worker {
  /**
   * Starts a worker from a classic script. Throws {@code SyntaxError} for a malformed URL, {@code
   * SecurityError} where policy forbids it; a script that cannot be fetched fires {@code error}.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-worker-interface">HTML,
   *     Worker</a>
   */
  public Worker(String url) {
    super(url);
  }

  /**
   * Starts a worker as the options say; throws as {@link #Worker(String)}.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-worker-interface">HTML,
   *     Worker</a>
   */
  public Worker(String url, WorkerOptions options) {
    super(url);
  }

  /**
   * Sends a clone of a value. Throws {@code DataCloneError} if it holds what cannot be cloned.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#dom-worker-postmessage">HTML,
   *     postMessage</a>
   */
  public native void postMessage(@Nullable JSObject message);

  /**
   * Sends a clone of a value, in which some objects are moved instead of cloned. Throws {@code
   * DataCloneError} if it holds what cannot be cloned, or if one of the transferables is detached
   * or is listed twice.
   *
   * @param transfer buffers, ports, streams; they are detached here afterwards
   * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#dom-worker-postmessage">HTML,
   *     postMessage</a>
   */
  public native void postMessage(
      @Nullable JSObject message, JSArrayReader<? extends JSObject> transfer);

  /**
   * Fires for a message that could not be deserialized here.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/workers.html#dedicated-workers-and-the-worker-interface">HTML,
   *     Worker</a>
   */
  public Registration onMessageError(EventListener<MessageEvent> listener) {
    return onEvent("messageerror", listener);
  }
}
