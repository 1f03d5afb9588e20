package dev.offstage.bindings.fetch;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * The head of a response that a program makes.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#responseinit">Fetch, ResponseInit</a>
 */
public interface ResponseInit extends JSObject {
  /**
   * A head that is all left to its defaults.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#responseinit">Fetch, ResponseInit</a>
   */
  static ResponseInit create() {
    return JSObjects.create();
  }

  /**
   * The HTTP status; 200 by default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-responseinit-status">Fetch, status</a>
   */
  @JSProperty
  void setStatus(int status);

  /**
   * The reason phrase; empty by default.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-responseinit-statustext">Fetch, statusText</a>
   */
  @JSProperty
  void setStatusText(String statusText);

  /**
   * The headers.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-responseinit-headers">Fetch, headers</a>
   */
  @JSProperty
  void setHeaders(Headers headers);
}
