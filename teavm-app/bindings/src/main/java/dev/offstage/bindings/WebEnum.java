package dev.offstage.bindings;

import org.teavm.interop.NoSideEffects;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSPrimitiveType;

/**
 * A value of an enumeration of the standards. In the browser it is nothing but the string itself,
 * so it costs neither a table nor a conversion; in Java each enumeration is a type of its own.
 *
 * <p>Values are compared with {@code ==}, which compares the strings: {@code source.getReadyState()
 * == ReadyState.open()}. A browser may answer a value that is newer than this library; such a value
 * equals none of the constants, and {@link #stringValue()} tells it.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-enums">Web IDL, 2.10 Enumerations</a>
 */
@JSPrimitiveType("string")
public abstract class WebEnum implements JSObject {
  /** Values come from the browser or from the constants of the subtypes. */
  protected WebEnum() {}

  /** The string as it stands in the standard, converted to a Java string. */
  public final String stringValue() {
    return stringValue(this);
  }

  @JSBody(params = "value", script = "return value;")
  @NoSideEffects
  private static native String stringValue(WebEnum value);
}
