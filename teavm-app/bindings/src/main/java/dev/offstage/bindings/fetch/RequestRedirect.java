package dev.offstage.bindings.fetch;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * What to do with a redirect.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#requestredirect">Fetch, RequestRedirect</a>
 */
public abstract class RequestRedirect extends WebEnum {
  private RequestRedirect() {}

  /** {@code "follow"}: follow it; the default. */
  @JSBody(script = "return 'follow';")
  @NoSideEffects
  public static native RequestRedirect follow();

  /** {@code "error"}: fail the fetch. */
  @JSBody(script = "return 'error';")
  @NoSideEffects
  public static native RequestRedirect error();

  /** {@code "manual"}: answer an opaque-redirect filtered response. */
  @JSBody(script = "return 'manual';")
  @NoSideEffects
  public static native RequestRedirect manual();
}
