package dev.offstage.bindings.dom;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * An error of a Web API. A call that throws one in the browser throws an unchecked exception in
 * Java, in both of TeaVM's backends; this type reads what was thrown:
 *
 * <pre>{@code
 * try {
 *   buffer.appendBuffer(data);
 * } catch (RuntimeException e) {
 *   if ("QuotaExceededError".equals(DOMException.nameOf(e))) { … }
 * }
 * }</pre>
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
 */
@JSClass
public class DOMException implements JSObject {
  /**
   * Makes an error named {@code Error}, without a message.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  public DOMException() {}

  /**
   * Makes an error named {@code Error}.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  public DOMException(String message) {}

  /**
   * Makes an error with a name of the standard's table, or any other.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  public DOMException(String message, String name) {}

  /**
   * The kind of the error, such as {@code InvalidStateError}.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  @JSProperty
  public native String getName();

  /**
   * A description for people; it differs between browsers.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  @JSProperty
  public native String getMessage();

  /**
   * The number of old that belongs to the name, or 0.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  @JSProperty
  public native int getCode();

  /**
   * The JavaScript value behind a caught exception. It need not be a {@code DOMException}: built-in
   * errors such as {@code TypeError} arrive in the same way, and an exception that Java threw shows
   * as a plain {@code Error}.
   *
   * <p>It asks the browser by throwing once more, because {@link
   * org.teavm.jso.JSExceptions#getJSException} answers TeaVM's own wrapper in WebAssembly.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  public static JSObject of(Throwable thrown) {
    return caught(() -> rethrow(thrown));
  }

  /**
   * The {@code name} of the JavaScript error behind a caught exception: of a {@code DOMException},
   * or of a built-in error such as {@code TypeError}; {@code Error} if Java threw it, null if what
   * was thrown has no name.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  public static @Nullable String nameOf(Throwable thrown) {
    return nameOf((Object) of(thrown));
  }

  /**
   * The {@code message} of the JavaScript error behind a caught exception, as {@link #nameOf}.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  public static @Nullable String messageOf(Throwable thrown) {
    return messageOf((Object) of(thrown));
  }

  /**
   * The {@code name} of a JavaScript error, such as the reason of a rejected promise; null for null
   * and for values without a name.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  @JSBody(
      params = "error",
      script = "return error && typeof error.name === 'string' ? error.name : null;")
  public static native @Nullable String nameOf(@Nullable Object error);

  /**
   * The {@code message} of a JavaScript error, as {@link #nameOf(Object)}.
   *
   * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL, DOMException</a>
   */
  @JSBody(
      params = "error",
      script = "return error && typeof error.message === 'string' ? error.message : null;")
  public static native @Nullable String messageOf(@Nullable Object error);

  @JSBody(
      params = "thrower",
      script = "try { thrower(); } catch (error) { return error; } return null;")
  private static native JSObject caught(Thrower thrower);

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @JSFunctor
  private interface Thrower extends JSObject {
    void run();
  }
}
