package dev.offstage.bindings.dom;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;

/**
 * Tells operations that they are cancelled.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://dom.spec.whatwg.org/#interface-AbortSignal">DOM, AbortSignal</a>
 */
@JSClass
public abstract class AbortSignal implements EventTarget {
  private AbortSignal() {}

  /**
   * A signal that is already aborted with an {@code AbortError}.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortsignal-abort">DOM, abort</a>
   */
  public static native AbortSignal abort();

  /**
   * A signal that aborts with a {@code TimeoutError}.
   *
   * @param milliseconds from now, of time in which the context is active
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortsignal-timeout">DOM, timeout</a>
   */
  public static native AbortSignal timeout(double milliseconds);

  /**
   * A signal that aborts as soon as one of the given does, with its reason.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortsignal-any">DOM, any</a>
   */
  public static native AbortSignal any(JSArrayReader<AbortSignal> signals);

  /**
   * Whether the operation is cancelled.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortsignal-aborted">DOM, aborted</a>
   */
  @JSProperty
  public abstract boolean isAborted();

  /**
   * Why it is cancelled; null while it is not.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortsignal-reason">DOM, reason</a>
   */
  @JSBody(script = "return this.reason === void 0 ? null : this.reason;")
  public native @Nullable JSObject getReason();

  /**
   * Throws the reason if the operation is cancelled.
   *
   * @see <a href="https://dom.spec.whatwg.org/#dom-abortsignal-throwifaborted">DOM,
   *     throwIfAborted</a>
   */
  public abstract void throwIfAborted();

  /**
   * Fires once, when the operation is cancelled.
   *
   * @see <a href="https://dom.spec.whatwg.org/#interface-AbortSignal">DOM, AbortSignal</a>
   */
  public final Registration onAbort(EventListener<Event> listener) {
    return onEvent("abort", listener);
  }
}
