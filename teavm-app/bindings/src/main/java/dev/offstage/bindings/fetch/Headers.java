package dev.offstage.bindings.fetch;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

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
  /** No headers. */
  public Headers() {}

  /** A copy. */
  public Headers(Headers headers) {}

  /** Adds a value behind those that the name has. */
  public native void append(String name, String value);

  /** Removes all values of a name. */
  public native void delete(String name);

  /** The values of a name, joined by comma and space; null if there is none or it is hidden. */
  public native @Nullable String get(String name);

  /** Whether a name has a value. */
  public native boolean has(String name);

  /** Replaces all values of a name. */
  public native void set(String name, String value);

  /** Calls the consumer for each name, in lower case and in order. */
  @JSBody(
      params = "consumer",
      script = "this.forEach(function(value, name) { consumer(name, value); });")
  public native void forEach(Consumer consumer);

  /** Receives headers. */
  @JSFunctor
  @FunctionalInterface
  public interface Consumer extends JSObject {
    /** Takes one header: its name in lower case, and its values joined. */
    void accept(String name, String value);
  }
}
