package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSClass;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;

/**
 * A source of media for one media element, fed by the program. It attaches to an element once: by
 * its {@link #getHandle() handle} from a worker, or by an object URL on the page.
 *
 * <p>Context: pages; dedicated workers where {@link #canConstructInDedicatedWorker()}. Ask {@link
 * #isSupported()} before anything else: elsewhere the other members fail.
 *
 * @see <a href="https://w3c.github.io/media-source/#mediasource">Media Source Extensions,
 *     MediaSource</a>
 */
@JSClass
public class MediaSource implements EventTarget {
  /**
   * Makes a source in the state {@link ReadyState#closed()}, attached to nothing.
   *
   * @see <a href="https://w3c.github.io/media-source/#mediasource">Media Source Extensions,
   *     MediaSource</a>
   */
  public MediaSource() {}

  /**
   * Whether this context (page or worker) has {@code MediaSource} at all. Never throws.
   *
   * @see <a href="https://w3c.github.io/media-source/#mediasource">Media Source Extensions,
   *     MediaSource</a>
   */
  @JSBody(script = "return typeof MediaSource !== 'undefined';")
  public static native boolean isSupported();

  /**
   * Whether dedicated workers of this browser can make a {@code MediaSource}. Pages ask it before
   * they give the work to a worker. It is false where {@code MediaSource} or the member is absent;
   * never throws.
   *
   * @see <a
   *     href="https://w3c.github.io/media-source/#dom-mediasource-canconstructindedicatedworker">Media
   *     Source Extensions, canConstructInDedicatedWorker</a>
   */
  @JSBody(
      script =
          "return typeof MediaSource !== 'undefined'"
              + " && MediaSource.canConstructInDedicatedWorker === true;")
  public static native boolean canConstructInDedicatedWorker();

  /**
   * Whether {@link #addSourceBuffer(String)} may be expected to take a type, in this context: page
   * and worker may differ. Requires {@link #isSupported()}.
   *
   * @param type a MIME type with codecs, such as {@code video/mp4; codecs="avc1.64001f"}
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-istypesupported">Media Source
   *     Extensions, isTypeSupported</a>
   */
  public static native boolean isTypeSupported(String type);

  /**
   * The handle to post to the page, the same object at each call; null outside dedicated workers
   * and where the browser lacks it.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-handle">Media Source
   *     Extensions, handle</a>
   */
  @JSBody(script = "return this.handle || null;")
  public native @Nullable MediaSourceHandle getHandle();

  /**
   * Every buffer of this source, in the order of their making; a live list.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-sourcebuffers">Media Source
   *     Extensions, sourceBuffers</a>
   */
  @JSProperty
  public native SourceBufferList getSourceBuffers();

  /**
   * The buffers that give the selected video track, the enabled audio tracks and the shown or
   * hidden text tracks; a live list.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-activesourcebuffers">Media
   *     Source Extensions, activeSourceBuffers</a>
   */
  @JSProperty
  public native SourceBufferList getActiveSourceBuffers();

  /**
   * The state of the attachment.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-readystate">Media Source
   *     Extensions, readyState</a>
   */
  @JSProperty
  public native ReadyState getReadyState();

  /**
   * The length of the presentation in seconds; NaN while closed or unknown, infinity for a stream
   * without an end.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-duration">Media Source
   *     Extensions, duration</a>
   */
  @JSProperty
  public native double getDuration();

  /**
   * Sets the length of the presentation. Throws {@code TypeError} for a negative value or NaN,
   * {@code InvalidStateError} unless the source is open and no buffer is updating, or when frames
   * are buffered behind the new end.
   *
   * @param duration seconds, or positive infinity
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-duration">Media Source
   *     Extensions, duration</a>
   */
  @JSBody(params = "duration", script = "this.duration = duration;")
  public native void setDuration(double duration);

  /**
   * Makes a buffer for one byte stream. Add all buffers before the first initialization segment is
   * appended. Throws {@code TypeError} for an empty type, {@code NotSupportedError} for a type that
   * is not supported, {@code QuotaExceededError} when there can be no more buffers, {@code
   * InvalidStateError} unless the source is open.
   *
   * @param type a MIME type with codecs
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-addsourcebuffer">Media Source
   *     Extensions, addSourceBuffer</a>
   */
  public native SourceBuffer addSourceBuffer(String type);

  /**
   * Removes a buffer with all that it holds; a running append is aborted. Throws {@code
   * NotFoundError} for a buffer of another source or one already removed.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-removesourcebuffer">Media
   *     Source Extensions, removeSourceBuffer</a>
   */
  public native void removeSourceBuffer(SourceBuffer sourceBuffer);

  /**
   * Tells that all media is appended: the duration shrinks to the end of what is buffered. Throws
   * {@code InvalidStateError} unless the source is open and no buffer is updating.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-endofstream">Media Source
   *     Extensions, endOfStream</a>
   */
  public native void endOfStream();

  /**
   * Ends the stream with an error of the media element. Throws {@code InvalidStateError} unless the
   * source is open and no buffer is updating.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-endofstream">Media Source
   *     Extensions, endOfStream</a>
   */
  public native void endOfStream(EndOfStreamError error);

  /**
   * Sets the range that the element's {@code seekable} covers while the duration is infinite.
   * Throws {@code InvalidStateError} unless the source is open, {@code TypeError} for a negative
   * start or a start behind the end.
   *
   * @param start seconds
   * @param end seconds
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-setliveseekablerange">Media
   *     Source Extensions, setLiveSeekableRange</a>
   */
  public native void setLiveSeekableRange(double start, double end);

  /**
   * Forgets the live seekable range. Throws {@code InvalidStateError} unless the source is open.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-mediasource-clearliveseekablerange">Media
   *     Source Extensions, clearLiveSeekableRange</a>
   */
  public native void clearLiveSeekableRange();

  /**
   * Fires when the source becomes {@link ReadyState#open()}: after the attachment, and when an
   * append or a removal follows {@code endOfStream()}.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-sourceopen">Media Source Extensions,
   *     sourceopen</a>
   */
  public Registration onSourceOpen(EventListener<Event> listener) {
    return onEvent("sourceopen", listener);
  }

  /**
   * Fires when the source goes from open to {@link ReadyState#ended()}.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-sourceended">Media Source Extensions,
   *     sourceended</a>
   */
  public Registration onSourceEnded(EventListener<Event> listener) {
    return onEvent("sourceended", listener);
  }

  /**
   * Fires when the source becomes {@link ReadyState#closed()}: the element let go of it.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-sourceclose">Media Source Extensions,
   *     sourceclose</a>
   */
  public Registration onSourceClose(EventListener<Event> listener) {
    return onEvent("sourceclose", listener);
  }

  @Override
  public native void addEventListener(String type, EventListener<?> listener, boolean useCapture);

  @Override
  public native void addEventListener(String type, EventListener<?> listener);

  @Override
  public native void removeEventListener(
      String type, EventListener<?> listener, boolean useCapture);

  @Override
  public native void removeEventListener(String type, EventListener<?> listener);

  @Override
  public native boolean dispatchEvent(Event event);
}
