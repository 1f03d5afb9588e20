package dev.offstage.bindings.fetch;

import dev.offstage.bindings.dom.AbortSignal;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSProperty;

/**
 * A request, ready to be sent.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#request-class">Fetch, Request</a>
 */
@JSClass
public class Request extends Body {
  /**
   * A {@code GET} request. Throws {@code TypeError} for a malformed URL or one with a password.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#request-class">Fetch, Request</a>
   */
  public Request(String url) {}

  /**
   * A request with options. Throws {@code TypeError} if URL or options are not valid.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#request-class">Fetch, Request</a>
   */
  public Request(String url, RequestInit init) {}

  /**
   * A copy of a request. Throws {@code TypeError} if its body is used.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#request-class">Fetch, Request</a>
   */
  public Request(Request request) {}

  /**
   * A copy with some options replaced. Throws {@code TypeError} if they are not valid.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#request-class">Fetch, Request</a>
   */
  public Request(Request request, RequestInit init) {}

  /**
   * The HTTP method in capitals.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-method">Fetch, method</a>
   */
  @JSProperty
  public native String getMethod();

  /**
   * The absolute URL.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-url">Fetch, url</a>
   */
  @JSProperty
  public native String getUrl();

  /**
   * The headers that the program set.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-headers">Fetch, headers</a>
   */
  @JSProperty
  public native Headers getHeaders();

  /**
   * What the response is for, such as {@code video}; empty for requests of programs.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-destination">Fetch, destination</a>
   */
  @JSProperty
  public native String getDestination();

  /**
   * The referrer: a URL, empty for none, or {@code about:client}.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-referrer">Fetch, referrer</a>
   */
  @JSProperty
  public native String getReferrer();

  /**
   * The referrer policy, or empty.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-referrerpolicy">Fetch,
   *     referrerPolicy</a>
   */
  @JSProperty
  public native String getReferrerPolicy();

  /**
   * How other origins are treated.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-mode">Fetch, mode</a>
   */
  @JSProperty
  public native RequestMode getMode();

  /**
   * Whether cookies go along.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-credentials">Fetch, credentials</a>
   */
  @JSProperty
  public native RequestCredentials getCredentials();

  /**
   * How the HTTP cache is used.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-cache">Fetch, cache</a>
   */
  @JSProperty
  public native RequestCache getCache();

  /**
   * What a redirect does.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-redirect">Fetch, redirect</a>
   */
  @JSProperty
  public native RequestRedirect getRedirect();

  /**
   * The hash that the body must have, or empty.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-integrity">Fetch, integrity</a>
   */
  @JSProperty
  public native String getIntegrity();

  /**
   * Whether the request outlives its page.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-keepalive">Fetch, keepalive</a>
   */
  @JSProperty
  public native boolean isKeepalive();

  /**
   * Whether the request is a navigation that reloads a page; false where the browser does not tell.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-isreloadnavigation">Fetch,
   *     isReloadNavigation</a>
   */
  @JSBody(script = "return !!this.isReloadNavigation;")
  public native boolean isIsReloadNavigation();

  /**
   * Whether the request is a navigation through the history; false where the browser does not tell.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-ishistorynavigation">Fetch,
   *     isHistoryNavigation</a>
   */
  @JSBody(script = "return !!this.isHistoryNavigation;")
  public native boolean isIsHistoryNavigation();

  /**
   * {@code "half"}: the response comes when the request's body has been sent; null where the
   * browser does not tell.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-duplex">Fetch, duplex</a>
   */
  @JSBody(script = "return this.duplex || null;")
  public native @Nullable String getDuplex();

  /**
   * What cancels the request.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-signal">Fetch, signal</a>
   */
  @JSProperty
  public native AbortSignal getSignal();

  /**
   * A copy with a body of its own. Throws {@code TypeError} if the body is used.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-request-clone">Fetch, clone</a>
   */
  @JSMethod("clone")
  public native Request duplicate();
}
