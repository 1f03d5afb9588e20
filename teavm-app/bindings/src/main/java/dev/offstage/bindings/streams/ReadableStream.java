package dev.offstage.bindings.streams;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;

/**
 * A source of chunks that arrive over time.
 *
 * <p>Context: pages and workers. A stream is transferable where the browser supports it.
 *
 * @param <T> the chunks; {@code Uint8Array} in the body of a response
 * @see <a href="https://streams.spec.whatwg.org/#rs-class">Streams, ReadableStream</a>
 */
@JSClass
public class ReadableStream<T extends JSObject> implements JSObject {
  private ReadableStream() {}

  /**
   * Whether a reader holds the stream.
   *
   * @see <a href="https://streams.spec.whatwg.org/#rs-locked">Streams, locked</a>
   */
  @JSProperty
  public native boolean isLocked();

  /**
   * Tells the source that no one wants the rest. The promise is rejected with {@code TypeError} if
   * the stream is locked.
   *
   * @see <a href="https://streams.spec.whatwg.org/#rs-cancel">Streams, cancel</a>
   */
  public native JSPromise<JSUndefined> cancel();

  /**
   * Cancels with a reason that the source learns.
   *
   * @see <a href="https://streams.spec.whatwg.org/#rs-cancel">Streams, cancel</a>
   */
  public native JSPromise<JSUndefined> cancel(JSObject reason);

  /**
   * Locks the stream to a reader of chunks. Throws {@code TypeError} if it is locked already.
   *
   * @see <a href="https://streams.spec.whatwg.org/#rs-get-reader">Streams, getReader</a>
   */
  public native ReadableStreamDefaultReader<T> getReader();

  /**
   * Locks a byte stream to a reader that fills buffers of the caller. Throws {@code TypeError} if
   * it is locked already or no byte stream; bodies of responses are byte streams only in newer
   * browsers.
   *
   * @see <a href="https://streams.spec.whatwg.org/#rs-get-reader">Streams, getReader</a>
   */
  @JSBody(script = "return this.getReader({ mode: 'byob' });")
  public native ReadableStreamBYOBReader getByobReader();

  /**
   * Splits the stream in two, which both see every chunk; this one is locked then. Throws {@code
   * TypeError} if it is locked already.
   *
   * @see <a href="https://streams.spec.whatwg.org/#rs-tee">Streams, tee</a>
   */
  public native JSArrayReader<ReadableStream<T>> tee();
}
