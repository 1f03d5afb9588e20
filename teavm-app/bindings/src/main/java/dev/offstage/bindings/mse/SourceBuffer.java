package dev.offstage.bindings.mse;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.EventTarget;
import org.teavm.jso.dom.events.Registration;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;

/**
 * One byte stream of a {@link MediaSource} and the coded frames that came out of it.
 *
 * <p>Every member but {@link #isUpdating()} throws {@code InvalidStateError} once the buffer is
 * removed from its source. Context: pages and dedicated workers, where the source was made.
 *
 * @see <a href="https://w3c.github.io/media-source/#sourcebuffer">Media Source Extensions,
 *     SourceBuffer</a>
 */
public abstract class SourceBuffer implements EventTarget {
  /**
   * Buffers are made by {@link MediaSource#addSourceBuffer(String)}.
   *
   * @see <a href="https://w3c.github.io/media-source/#sourcebuffer">Media Source Extensions,
   *     SourceBuffer</a>
   */
  protected SourceBuffer() {}

  /**
   * How frames find their place on the timeline.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-mode">Media Source
   *     Extensions, mode</a>
   */
  @JSProperty
  public abstract AppendMode getMode();

  /**
   * Sets how frames find their place on the timeline. Throws {@code InvalidStateError} while
   * updating, in the middle of a media segment, or when removed; {@code TypeError} for {@link
   * AppendMode#segments()} in a format that makes its own timestamps. An ended source opens again.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-mode">Media Source
   *     Extensions, mode</a>
   */
  @JSBody(params = "mode", script = "this.mode = mode;")
  public native void setMode(AppendMode mode);

  /**
   * Whether an append or a removal is still running.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-updating">Media Source
   *     Extensions, updating</a>
   */
  @JSProperty
  public abstract boolean isUpdating();

  /**
   * The ranges of the timeline, in seconds, for which all tracks of this buffer hold frames; a
   * snapshot. Throws {@code InvalidStateError} when removed.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-buffered">Media Source
   *     Extensions, buffered</a>
   */
  @JSProperty
  public abstract TimeRanges getBuffered();

  /**
   * Seconds added to every timestamp of the media that is appended.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-timestampoffset">Media
   *     Source Extensions, timestampOffset</a>
   */
  @JSProperty
  public abstract double getTimestampOffset();

  /**
   * Sets what is added to every timestamp of the media appended from now on. Throws {@code
   * InvalidStateError} while updating, in the middle of a media segment, or when removed; {@code
   * TypeError} unless finite. An ended source opens again.
   *
   * @param timestampOffset seconds
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-timestampoffset">Media
   *     Source Extensions, timestampOffset</a>
   */
  @JSBody(params = "timestampOffset", script = "this.timestampOffset = timestampOffset;")
  public native void setTimestampOffset(double timestampOffset);

  /**
   * The audio tracks made by this buffer; null where the browser has no track lists.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-audiotracks">Media Source
   *     Extensions, audioTracks</a>
   */
  @JSBody(script = "return this.audioTracks || null;")
  public native @Nullable AudioTrackList getAudioTracks();

  /**
   * The video tracks made by this buffer; null where the browser has no track lists.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-videotracks">Media Source
   *     Extensions, videoTracks</a>
   */
  @JSBody(script = "return this.videoTracks || null;")
  public native @Nullable VideoTrackList getVideoTracks();

  /**
   * The text tracks made by this buffer; null where the browser lacks the member.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-texttracks">Media Source
   *     Extensions, textTracks</a>
   */
  @JSBody(script = "return this.textTracks || null;")
  public native @Nullable TextTrackList getTextTracks();

  /**
   * The start of the append window in seconds: frames that begin earlier are dropped.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-appendwindowstart">Media
   *     Source Extensions, appendWindowStart</a>
   */
  @JSProperty
  public abstract double getAppendWindowStart();

  /**
   * Sets the start of the append window. Throws {@code TypeError} for a negative value or one that
   * is not before the window's end, {@code InvalidStateError} while updating or when removed.
   *
   * @param appendWindowStart seconds
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-appendwindowstart">Media
   *     Source Extensions, appendWindowStart</a>
   */
  @JSBody(params = "appendWindowStart", script = "this.appendWindowStart = appendWindowStart;")
  public native void setAppendWindowStart(double appendWindowStart);

  /**
   * The end of the append window in seconds, infinity at first: frames that end later are dropped.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-appendwindowend">Media
   *     Source Extensions, appendWindowEnd</a>
   */
  @JSProperty
  public abstract double getAppendWindowEnd();

  /**
   * Sets the end of the append window. Throws {@code TypeError} for NaN or a value that is not
   * behind the window's start, {@code InvalidStateError} while updating or when removed.
   *
   * @param appendWindowEnd seconds, or positive infinity
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-appendwindowend">Media
   *     Source Extensions, appendWindowEnd</a>
   */
  @JSBody(params = "appendWindowEnd", script = "this.appendWindowEnd = appendWindowEnd;")
  public native void setAppendWindowEnd(double appendWindowEnd);

  /**
   * Appends bytes; the browser copies them. The end is told by {@code updateend}. Throws {@code
   * InvalidStateError} while updating or when removed or when the element has failed, {@code
   * QuotaExceededError} when the buffer is full and nothing could be evicted. An ended source opens
   * again.
   *
   * @param data bytes at any boundary of the stream, also none
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-appendbuffer">Media Source
   *     Extensions, appendBuffer</a>
   */
  public abstract void appendBuffer(ArrayBuffer data);

  /**
   * Appends the bytes that a view of any element type covers; else as {@link
   * #appendBuffer(ArrayBuffer)}.
   *
   * @param data a typed array or a {@code DataView}
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-appendbuffer">Media Source
   *     Extensions, appendBuffer</a>
   */
  public abstract void appendBuffer(ArrayBufferView data);

  /**
   * Aborts a running append and resets the parser, so that the next bytes start a new segment; the
   * append window is reset, too. Throws {@code InvalidStateError} unless the source is open, and
   * while a removal is running.
   *
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-abort">Media Source
   *     Extensions, abort</a>
   */
  public abstract void abort();

  /**
   * Lets the next initialization segment be of another type. Throws {@code TypeError} for an empty
   * type, {@code NotSupportedError} for one that is not supported, {@code InvalidStateError} while
   * updating or when removed. An ended source opens again.
   *
   * @param type a MIME type with codecs
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-changetype">Media Source
   *     Extensions, changeType</a>
   */
  public abstract void changeType(String type);

  /**
   * Removes the frames of a range; the end is told by {@code updateend}. More than asked for may
   * go: up to the next random access point. Throws {@code TypeError} when the duration is NaN, the
   * start is negative or behind the duration, or the end is NaN or not behind the start; {@code
   * InvalidStateError} while updating or when removed. An ended source opens again.
   *
   * @param start seconds
   * @param end seconds, or positive infinity
   * @see <a href="https://w3c.github.io/media-source/#dom-sourcebuffer-remove">Media Source
   *     Extensions, remove</a>
   */
  public abstract void remove(double start, double end);

  /**
   * Fires when an append or a removal begins.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-updatestart">Media Source Extensions,
   *     updatestart</a>
   */
  public final Registration onUpdateStart(EventListener<Event> listener) {
    return onEvent("updatestart", listener);
  }

  /**
   * Fires when an append or a removal succeeded, before {@code updateend}.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-update">Media Source Extensions,
   *     update</a>
   */
  public final Registration onUpdate(EventListener<Event> listener) {
    return onEvent("update", listener);
  }

  /**
   * Fires when an append or a removal is over, whatever its outcome.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-updateend">Media Source Extensions,
   *     updateend</a>
   */
  public final Registration onUpdateEnd(EventListener<Event> listener) {
    return onEvent("updateend", listener);
  }

  /**
   * Fires when an append failed because the bytes are malformed; {@code updateend} follows.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-error">Media Source Extensions, error</a>
   */
  public final Registration onError(EventListener<Event> listener) {
    return onEvent("error", listener);
  }

  /**
   * Fires when a running append was aborted by {@link #abort()} or by the removal of the buffer;
   * {@code updateend} follows.
   *
   * @see <a href="https://w3c.github.io/media-source/#dfn-abort">Media Source Extensions, abort</a>
   */
  public final Registration onAbort(EventListener<Event> listener) {
    return onEvent("abort", listener);
  }
}
