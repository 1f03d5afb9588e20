package dev.offstage.bindings.streams;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;

/**
 * Takes the chunks of a stream, one by one.
 *
 * <p>Context: pages and workers.
 *
 * @param <T> the chunks
 * @see <a href="https://streams.spec.whatwg.org/#default-reader-class">Streams,
 *     ReadableStreamDefaultReader</a>
 */
@JSClass
public class ReadableStreamDefaultReader<T extends JSObject> implements JSObject {
  /**
   * Locks a stream. Throws {@code TypeError} if it is locked already.
   *
   * @see <a href="https://streams.spec.whatwg.org/#default-reader-class">Streams,
   *     ReadableStreamDefaultReader</a>
   */
  public ReadableStreamDefaultReader(ReadableStream<T> stream) {}

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
   * The next chunk, or the end. The promise is rejected with the stream's error: {@code AbortError}
   * when its fetch was aborted, {@code TypeError} when the connection broke or the lock was
   * released.
   *
   * @see <a href="https://streams.spec.whatwg.org/#default-reader-read">Streams, read</a>
   */
  public native JSPromise<ReadableStreamReadResult<T>> read();

  /**
   * Gives the stream free; reads that still wait are rejected with {@code TypeError}.
   *
   * @see <a href="https://streams.spec.whatwg.org/#default-reader-release-lock">Streams,
   *     releaseLock</a>
   */
  public native void releaseLock();
}
