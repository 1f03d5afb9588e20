package dev.offstage.bindings.fetch;

import dev.offstage.bindings.WebEnum;
import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;

/**
 * What kind of filtered response this is.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#responsetype">Fetch, ResponseType</a>
 */
public abstract class ResponseType extends WebEnum {
  private ResponseType() {}

  /** {@code "basic"}: same origin; everything is visible but cookies. */
  @JSBody(script = "return 'basic';")
  @NoSideEffects
  public static native ResponseType basic();

  /** {@code "cors"}: another origin that agreed; safelisted and exposed headers are visible. */
  @JSBody(script = "return 'cors';")
  @NoSideEffects
  public static native ResponseType cors();

  /** {@code "default"}: made by a script. */
  @JSBody(script = "return 'default';")
  @NoSideEffects
  public static native ResponseType standard();

  /** {@code "error"}: a network error. */
  @JSBody(script = "return 'error';")
  @NoSideEffects
  public static native ResponseType error();

  /** {@code "opaque"}: another origin with {@link RequestMode#noCors()}; nothing is visible. */
  @JSBody(script = "return 'opaque';")
  @NoSideEffects
  public static native ResponseType opaque();

  /**
   * {@code "opaqueredirect"}: a redirect under {@link RequestRedirect#manual()}; nothing is
   * visible.
   */
  @JSBody(script = "return 'opaqueredirect';")
  @NoSideEffects
  public static native ResponseType opaqueredirect();
}
