package dev.offstage.bindings.fetch;

import dev.offstage.bindings.dom.AbortSignal;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.ajax.FormData;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;

/**
 * The options of a request.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#requestinit">Fetch, RequestInit</a>
 */
public interface RequestInit extends JSObject {
  /**
   * Options that are all left to their defaults.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#requestinit">Fetch, RequestInit</a>
   */
  static RequestInit create() {
    return JSObjects.create();
  }

  /**
   * The HTTP method; {@code GET} by default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-method">Fetch, method</a>
   */
  @JSProperty
  void setMethod(String method);

  /**
   * The headers; forbidden ones are dropped.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-headers">Fetch, headers</a>
   */
  @JSProperty
  void setHeaders(Headers headers);

  /**
   * A body of text, sent as UTF-8.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-body">Fetch, body</a>
   */
  @JSProperty("body")
  void setBody(String body);

  /**
   * A body of bytes.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-body">Fetch, body</a>
   */
  @JSProperty("body")
  void setBody(ArrayBuffer body);

  /**
   * A body of the bytes that a view covers.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-body">Fetch, body</a>
   */
  @JSProperty("body")
  void setBody(ArrayBufferView body);

  /**
   * A body of a file or blob.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-body">Fetch, body</a>
   */
  @JSProperty("body")
  void setBody(Blob body);

  /**
   * A body of a form, sent as {@code multipart/form-data}.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-body">Fetch, body</a>
   */
  @JSProperty("body")
  void setBody(FormData body);

  /**
   * A URL of the same origin, empty for none, or {@code about:client} for the default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-referrer">Fetch, referrer</a>
   */
  @JSProperty
  void setReferrer(String referrer);

  /**
   * A value of the {@code Referrer-Policy} header.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-referrerpolicy">Fetch,
   *     referrerPolicy</a>
   */
  @JSProperty
  void setReferrerPolicy(String referrerPolicy);

  /**
   * How other origins are treated; {@link RequestMode#cors()} by default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-mode">Fetch, mode</a>
   */
  @JSProperty
  void setMode(RequestMode mode);

  /**
   * Whether cookies go along; {@link RequestCredentials#sameOrigin()} by default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-credentials">Fetch,
   *     credentials</a>
   */
  @JSProperty
  void setCredentials(RequestCredentials credentials);

  /**
   * How the HTTP cache is used; {@link RequestCache#standard()} by default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-cache">Fetch, cache</a>
   */
  @JSProperty
  void setCache(RequestCache cache);

  /**
   * What a redirect does; {@link RequestRedirect#follow()} by default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-redirect">Fetch, redirect</a>
   */
  @JSProperty
  void setRedirect(RequestRedirect redirect);

  /**
   * The hash that the body must have, in the syntax of subresource integrity.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-integrity">Fetch, integrity</a>
   */
  @JSProperty
  void setIntegrity(String integrity);

  /**
   * Whether the request outlives its page.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-keepalive">Fetch, keepalive</a>
   */
  @JSProperty
  void setKeepalive(boolean keepalive);

  /**
   * What cancels the request; null for nothing.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-signal">Fetch, signal</a>
   */
  @JSProperty
  void setSignal(@Nullable AbortSignal signal);

  /**
   * How important the request is among others of its kind.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-priority">Fetch, priority</a>
   */
  @JSProperty
  void setPriority(RequestPriority priority);

  /**
   * Whether request and response may overlap. A body that is a stream wants {@code "half"}, which
   * is all there is.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-duplex">Fetch, duplex</a>
   */
  @JSProperty
  void setDuplex(String duplex);

  /**
   * Only null may be given: the request then has no window, so that nobody is asked for a password.
   * Anything else is a {@code TypeError} by the standard; browsers pass over it.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-requestinit-window">Fetch, window</a>
   */
  @JSProperty
  void setWindow(@Nullable JSObject window);
}
