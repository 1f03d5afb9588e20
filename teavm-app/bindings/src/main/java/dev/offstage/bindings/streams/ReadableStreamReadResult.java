package dev.offstage.bindings.streams;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What one read of a stream gave.
 *
 * <p>Context: pages and workers.
 *
 * @param <T> the chunk
 * @see <a href="https://streams.spec.whatwg.org/#dictdef-readablestreamreadresult">Streams,
 *     ReadableStreamReadResult</a>
 */
public abstract class ReadableStreamReadResult<T extends JSObject> implements JSObject {
  private ReadableStreamReadResult() {}

  /**
   * The chunk; null at the end.
   *
   * @see <a href="https://streams.spec.whatwg.org/#dictdef-readablestreamreadresult">Streams,
   *     ReadableStreamReadResult</a>
   */
  @JSBody(script = "return this.value === void 0 ? null : this.value;")
  public native @Nullable T getValue();

  /**
   * Whether the stream is at its end.
   *
   * @see <a href="https://streams.spec.whatwg.org/#dictdef-readablestreamreadresult">Streams,
   *     ReadableStreamReadResult</a>
   */
  @JSProperty
  public abstract boolean isDone();
}
