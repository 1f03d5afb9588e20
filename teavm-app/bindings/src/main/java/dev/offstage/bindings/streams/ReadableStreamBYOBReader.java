package dev.offstage.bindings.streams;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.typedarrays.ArrayBufferView;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * Reads a byte stream into buffers of the caller ("bring your own buffer").
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://streams.spec.whatwg.org/#byob-reader-class">Streams,
 *     ReadableStreamBYOBReader</a>
 */
@JSClass
public class ReadableStreamBYOBReader implements JSObject {
  /**
   * Locks a byte stream. Throws {@code TypeError} if it is locked already or no byte stream.
   *
   * @see <a href="https://streams.spec.whatwg.org/#byob-reader-class">Streams,
   *     ReadableStreamBYOBReader</a>
   */
  public ReadableStreamBYOBReader(ReadableStream<Uint8Array> stream) {}

  /**
   * Fulfilled when the stream ends or the lock is released cleanly, rejected when it fails.
   *
   * @see <a href="https://streams.spec.whatwg.org/#generic-reader-closed">Streams, closed</a>
   */
  @JSProperty
  public native JSPromise<JSUndefined> getClosed();

  /**
   * Cancels the stream.
   *
   * @see <a href="https://streams.spec.whatwg.org/#generic-reader-cancel">Streams, cancel</a>
   */
  public native JSPromise<JSUndefined> cancel();

  /**
   * Cancels the stream with a reason that the source learns.
   *
   * @see <a href="https://streams.spec.whatwg.org/#generic-reader-cancel">Streams, cancel</a>
   */
  public native JSPromise<JSUndefined> cancel(JSObject reason);

  /**
   * Reads into a view. Its buffer is transferred: the result holds a new view of the same type on
   * the same memory, as long as what was read. The promise is rejected with {@code TypeError} for a
   * view of no bytes or a detached one.
   *
   * @see <a href="https://streams.spec.whatwg.org/#byob-reader-read">Streams, read</a>
   */
  public native <V extends ArrayBufferView> JSPromise<ReadableStreamReadResult<V>> read(V view);

  /**
   * Reads into a view as {@link #read(ArrayBufferView)} does, and waits until there is something
   * for so many of its elements, or the end. The promise is rejected with {@code TypeError} for 0,
   * with {@code RangeError} for more than the view has; browsers that do not know the option pass
   * over it.
   *
   * @see <a
   *     href="https://streams.spec.whatwg.org/#dom-readablestreambyobreaderreadoptions-min">Streams,
   *     min</a>
   */
  @JSBody(
      params = {"view", "min"},
      script = "return this.read(view, { min: min });")
  public native <V extends ArrayBufferView> JSPromise<ReadableStreamReadResult<V>> read(
      V view, int min);

  /**
   * Gives the stream free; reads that still wait are rejected with {@code TypeError}.
   *
   * @see <a href="https://streams.spec.whatwg.org/#byob-reader-release-lock">Streams,
   *     releaseLock</a>
   */
  public native void releaseLock();
}
