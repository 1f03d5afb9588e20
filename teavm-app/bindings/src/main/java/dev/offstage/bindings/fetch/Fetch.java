package dev.offstage.bindings.fetch;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSTopLevel;
import org.teavm.jso.core.JSPromise;

/**
 * The {@code fetch} function of pages and workers.
 *
 * <p>Each variant answers a promise that is fulfilled when the headers have come, whatever the
 * status, and rejected with {@code TypeError} when there is no response (network, CORS, bad URL),
 * with {@code AbortError} or the signal's reason when aborted.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#fetch-method">Fetch, fetch()</a>
 */
@JSClass
public final class Fetch implements JSObject {
  private Fetch() {}

  /**
   * Fetches with {@code GET}.
   *
   * @param url absolute, or relative to the page's or the worker's own
   * @see <a href="https://fetch.spec.whatwg.org/#dom-global-fetch">Fetch, fetch</a>
   */
  @JSTopLevel
  public static native JSPromise<Response> fetch(String url);

  /**
   * Fetches as the options say.
   *
   * @param url absolute, or relative to the page's or the worker's own
   * @see <a href="https://fetch.spec.whatwg.org/#dom-global-fetch">Fetch, fetch</a>
   */
  @JSTopLevel
  public static native JSPromise<Response> fetch(String url, RequestInit init);

  /**
   * Sends a request.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-global-fetch">Fetch, fetch</a>
   */
  @JSTopLevel
  public static native JSPromise<Response> fetch(Request request);

  /**
   * Sends a request with some of its options replaced.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-global-fetch">Fetch, fetch</a>
   */
  @JSTopLevel
  public static native JSPromise<Response> fetch(Request request, RequestInit init);
}
