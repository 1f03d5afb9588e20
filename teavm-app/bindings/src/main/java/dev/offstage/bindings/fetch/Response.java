package dev.offstage.bindings.fetch;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.ArrayBuffer;

/**
 * A response, of which status and headers have come; the body may still be under way.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
 */
@JSClass
public class Response extends Body {
  /**
   * A response of the program, with status 200 and no body.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
   */
  public Response() {}

  /**
   * A response of the program, with status 200 and a body of text, or none.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
   */
  public Response(@Nullable String body) {}

  /**
   * A response of the program, with status 200 and a body of bytes.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
   */
  public Response(ArrayBuffer body) {}

  /**
   * A response of the program, with a body of text, or none. Throws as the standard says: {@code
   * RangeError} for a status outside 200 to 599, {@code TypeError} for a body under a status that
   * has none.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
   */
  public Response(@Nullable String body, ResponseInit init) {}

  /**
   * A response of the program, with a body of bytes; throws as {@link #Response(String,
   * ResponseInit)}.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#response-class">Fetch, Response</a>
   */
  public Response(ArrayBuffer body, ResponseInit init) {}

  /**
   * A response that stands for a network error.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-error">Fetch, error</a>
   */
  public static native Response error();

  /**
   * A redirect with status 302. Throws {@code TypeError} for a malformed URL.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-redirect">Fetch, redirect</a>
   */
  public static native Response redirect(String url);

  /**
   * A redirect. Throws {@code TypeError} for a malformed URL, {@code RangeError} for a status that
   * does not redirect.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-redirect">Fetch, redirect</a>
   */
  public static native Response redirect(String url, int status);

  /**
   * A response of the program, with status 200 and a body that tells a value as JSON. Throws {@code
   * TypeError} for what JSON cannot tell.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-json">Fetch, json</a>
   */
  public static native Response json(JSObject data);

  /**
   * A response of the program, with a body that tells a value as JSON. Throws {@code TypeError} for
   * what JSON cannot tell, otherwise as {@link #Response(String, ResponseInit)}.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-json">Fetch, json</a>
   */
  public static native Response json(JSObject data, ResponseInit init);

  /**
   * What kind of filtered response this is.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-type">Fetch, type</a>
   */
  @JSProperty
  public native ResponseType getType();

  /**
   * The URL behind all redirects, without a fragment; empty if there is none.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-url">Fetch, url</a>
   */
  @JSProperty
  public native String getUrl();

  /**
   * Whether a redirect led here.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-redirected">Fetch, redirected</a>
   */
  @JSProperty
  public native boolean isRedirected();

  /**
   * The HTTP status; 0 for errors and opaque responses.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-status">Fetch, status</a>
   */
  @JSProperty
  public native int getStatus();

  /**
   * Whether the status is from 200 to 299.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-ok">Fetch, ok</a>
   */
  @JSProperty
  public native boolean isOk();

  /**
   * The reason phrase, or empty.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-statustext">Fetch, statusText</a>
   */
  @JSProperty
  public native String getStatusText();

  /**
   * The headers that may be seen.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-headers">Fetch, headers</a>
   */
  @JSProperty
  public native Headers getHeaders();

  /**
   * A copy with a body of its own. Throws {@code TypeError} if the body is used.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-response-clone">Fetch, clone</a>
   */
  @JSMethod("clone")
  public native Response duplicate();
}
