package dev.offstage.bindings.fetch;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * How important a request is among others of its kind.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#requestpriority">Fetch, RequestPriority</a>
 */
public abstract class RequestPriority extends WebEnum {
  private RequestPriority() {}

  /** {@code "high"}: before the others. */
  @JSBody(script = "return 'high';")
  @NoSideEffects
  public static native RequestPriority high();

  /** {@code "low"}: after the others. */
  @JSBody(script = "return 'low';")
  @NoSideEffects
  public static native RequestPriority low();

  /** {@code "auto"}: as the browser thinks; the default. */
  @JSBody(script = "return 'auto';")
  @NoSideEffects
  public static native RequestPriority auto();
}
