package dev.offstage.bindings.fetch;

import dev.offstage.bindings.dom.AbortSignal;
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
  /** A {@code GET} request. Throws {@code TypeError} for a malformed URL or one with a password. */
  public Request(String url) {}

  /** A request with options. Throws {@code TypeError} if URL or options are not valid. */
  public Request(String url, RequestInit init) {}

  /** A copy of a request. Throws {@code TypeError} if its body is used. */
  public Request(Request request) {}

  /** A copy with some options replaced. Throws {@code TypeError} if they are not valid. */
  public Request(Request request, RequestInit init) {}

  /** The HTTP method in capitals. */
  @JSProperty
  public native String getMethod();

  /** The absolute URL. */
  @JSProperty
  public native String getUrl();

  /** The headers that the program set. */
  @JSProperty
  public native Headers getHeaders();

  /** What the response is for, such as {@code video}; empty for requests of programs. */
  @JSProperty
  public native String getDestination();

  /** The referrer: a URL, empty for none, or {@code about:client}. */
  @JSProperty
  public native String getReferrer();

  /** The referrer policy, or empty. */
  @JSProperty
  public native String getReferrerPolicy();

  /** How other origins are treated. */
  @JSProperty
  public native RequestMode getMode();

  /** Whether cookies go along. */
  @JSProperty
  public native RequestCredentials getCredentials();

  /** How the HTTP cache is used. */
  @JSProperty
  public native RequestCache getCache();

  /** What a redirect does. */
  @JSProperty
  public native RequestRedirect getRedirect();

  /** The hash that the body must have, or empty. */
  @JSProperty
  public native String getIntegrity();

  /** Whether the request outlives its page. */
  @JSProperty
  public native boolean isKeepalive();

  /** What cancels the request. */
  @JSProperty
  public native AbortSignal getSignal();

  /** A copy with a body of its own. Throws {@code TypeError} if the body is used. */
  @JSMethod("clone")
  public native Request duplicate();
}
