package dev.offstage.bindings.fetch;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;

/**
 * The headers of a request or a response. Names ignore case. Members throw {@code TypeError} for a
 * malformed name or value, and when headers that cannot change are to be changed.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#headers-class">Fetch, Headers</a>
 */
@JSClass
public class Headers implements JSObject {
  /**
   * No headers.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#headers-class">Fetch, Headers</a>
   */
  public Headers() {}

  /**
   * A copy.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#headers-class">Fetch, Headers</a>
   */
  public Headers(Headers headers) {}

  /**
   * Adds a value behind those that the name has.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-headers-append">Fetch, append</a>
   */
  public native void append(String name, String value);

  /**
   * Removes all values of a name.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-headers-delete">Fetch, delete</a>
   */
  public native void delete(String name);

  /**
   * The values of a name, joined by comma and space; null if there is none or it is hidden.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#headers-class">Fetch, Headers</a>
   */
  public native @Nullable String get(String name);

  /**
   * Whether a name has a value.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-headers-has">Fetch, has</a>
   */
  public native boolean has(String name);

  /**
   * The values of {@code Set-Cookie}, one by one: they cannot be joined. Browsers hide the header
   * of what they fetch, so this is for headers that the program made.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-headers-getsetcookie">Fetch, getSetCookie</a>
   */
  public native JSArrayReader<JSString> getSetCookie();

  /**
   * Replaces all values of a name.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#dom-headers-set">Fetch, set</a>
   */
  public native void set(String name, String value);

  /**
   * Calls the consumer for each name, in lower case and in order.
   *
   * @see <a href="https://fetch.spec.whatwg.org/#headers-class">Fetch, Headers</a>
   */
  @JSBody(
      params = "consumer",
      script = "this.forEach(function(value, name) { consumer(name, value); });")
  public native void forEach(Consumer consumer);

  /** Receives headers. */
  @JSFunctor
  @FunctionalInterface
  public interface Consumer extends JSObject {
    /**
     * Takes one header: its name in lower case, and its values joined.
     *
     * @see <a href="https://fetch.spec.whatwg.org/#headers-class">Fetch, Headers</a>
     */
    void accept(String name, String value);
  }
}
