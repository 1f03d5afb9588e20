package dev.offstage.bindings.fetch;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How a request treats other origins.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#requestmode">Fetch, RequestMode</a>
 */
public abstract class RequestMode extends WebEnum {
  private RequestMode() {}

  /** {@code "navigate"}: a navigation; cannot be asked for. */
  @JSBody(script = "return 'navigate';")
  @NoSideEffects
  public static native RequestMode navigate();

  /** {@code "same-origin"}: another origin is an error. */
  @JSBody(script = "return 'same-origin';")
  @NoSideEffects
  public static native RequestMode sameOrigin();

  /** {@code "no-cors"}: another origin is allowed and the response is opaque. */
  @JSBody(script = "return 'no-cors';")
  @NoSideEffects
  public static native RequestMode noCors();

  /** {@code "cors"}: another origin is allowed if it agrees (CORS); the default. */
  @JSBody(script = "return 'cors';")
  @NoSideEffects
  public static native RequestMode cors();
}
