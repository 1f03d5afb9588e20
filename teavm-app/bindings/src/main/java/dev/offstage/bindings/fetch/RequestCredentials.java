package dev.offstage.bindings.fetch;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * Whether a request carries cookies, client certificates and HTTP authentication.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#requestcredentials">Fetch, RequestCredentials</a>
 */
public abstract class RequestCredentials extends WebEnum {
  private RequestCredentials() {}

  /** {@code "omit"}: never. */
  @JSBody(script = "return 'omit';")
  @NoSideEffects
  public static native RequestCredentials omit();

  /** {@code "same-origin"}: to the origin of the page only; the default. */
  @JSBody(script = "return 'same-origin';")
  @NoSideEffects
  public static native RequestCredentials sameOrigin();

  /** {@code "include"}: to every origin. */
  @JSBody(script = "return 'include';")
  @NoSideEffects
  public static native RequestCredentials include();
}
