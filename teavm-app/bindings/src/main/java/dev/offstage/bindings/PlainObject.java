package dev.offstage.bindings;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSObjects;

/**
 * An object of named fields, as messages between contexts carry it. What comes from elsewhere may
 * lack a field or hold something else in it, so each getter says what it then answers; none throws.
 * Fields that a program knows beforehand are better declared as {@code @JSProperty} of its own
 * type.
 *
 * <p>Context: pages and workers.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/structured-data.html#structuredserializeinternal">HTML,
 *     structured data</a>
 */
public abstract class PlainObject implements JSObject {
  /** Objects are made by {@link #create()} or arrive as the data of a message. */
  protected PlainObject() {}

  /** A new object without fields, under the program's own type of it. */
  public static <T extends PlainObject> T create() {
    return JSObjects.create();
  }

  /** The field if it is a string, else null. */
  @JSBody(params = "name", script = "return typeof this[name] === 'string' ? this[name] : null;")
  public final native @Nullable String getString(String name);

  /** The field if it is a number, else NaN. */
  @JSBody(params = "name", script = "return typeof this[name] === 'number' ? this[name] : NaN;")
  public final native double getNumber(String name);

  /** Whether the field is {@code true}. */
  @JSBody(params = "name", script = "return this[name] === true;")
  public final native boolean getBoolean(String name);

  /** The field as an object of fields; null if there is none. */
  @JSBody(params = "name", script = "return this[name] || null;")
  public final native <T extends PlainObject> @Nullable T getObject(String name);

  /** The field as an array; null if there is none. */
  @JSBody(params = "name", script = "return this[name] || null;")
  public final native <T extends JSObject> @Nullable JSArrayReader<T> getArray(String name);

  /** Sets a field to a string, or to null. */
  @JSBody(
      params = {"name", "value"},
      script = "this[name] = value;")
  public final native void set(String name, @Nullable String value);

  /** Sets a field to a number. */
  @JSBody(
      params = {"name", "value"},
      script = "this[name] = value;")
  public final native void set(String name, double value);

  /** Sets a field to a number. */
  @JSBody(
      params = {"name", "value"},
      script = "this[name] = value;")
  public final native void set(String name, int value);

  /** Sets a field to true or false. */
  @JSBody(
      params = {"name", "value"},
      script = "this[name] = !!value;")
  public final native void set(String name, boolean value);

  /** Sets a field to an object or an array, or to null. */
  @JSBody(
      params = {"name", "value"},
      script = "this[name] = value;")
  public final native void set(String name, @Nullable JSObject value);
}
