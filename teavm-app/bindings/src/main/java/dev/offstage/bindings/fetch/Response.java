package dev.offstage.bindings.fetch;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSMethod;
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
  /** A response of the program, with status 200 and no body. */
  public Response() {}

  /** A response of the program, with status 200 and a body of text, or none. */
  public Response(@Nullable String body) {}

  /** A response of the program, with status 200 and a body of bytes. */
  public Response(ArrayBuffer body) {}

  /**
   * A response of the program, with a body of text, or none. Throws as the standard says: {@code
   * RangeError} for a status outside 200 to 599, {@code TypeError} for a body under a status that
   * has none.
   */
  public Response(@Nullable String body, ResponseInit init) {}

  /**
   * A response of the program, with a body of bytes; throws as {@link #Response(String,
   * ResponseInit)}.
   */
  public Response(ArrayBuffer body, ResponseInit init) {}

  /** A response that stands for a network error. */
  public static native Response error();

  /** A redirect with status 302. Throws {@code TypeError} for a malformed URL. */
  public static native Response redirect(String url);

  /**
   * A redirect. Throws {@code TypeError} for a malformed URL, {@code RangeError} for a status that
   * does not redirect.
   */
  public static native Response redirect(String url, int status);

  /** What kind of filtered response this is. */
  @JSProperty
  public native ResponseType getType();

  /** The URL behind all redirects, without a fragment; empty if there is none. */
  @JSProperty
  public native String getUrl();

  /** Whether a redirect led here. */
  @JSProperty
  public native boolean isRedirected();

  /** The HTTP status; 0 for errors and opaque responses. */
  @JSProperty
  public native int getStatus();

  /** Whether the status is from 200 to 299. */
  @JSProperty
  public native boolean isOk();

  /** The reason phrase, or empty. */
  @JSProperty
  public native String getStatusText();

  /** The headers that may be seen. */
  @JSProperty
  public native Headers getHeaders();

  /** A copy with a body of its own. Throws {@code TypeError} if the body is used. */
  @JSMethod("clone")
  public native Response duplicate();
}
