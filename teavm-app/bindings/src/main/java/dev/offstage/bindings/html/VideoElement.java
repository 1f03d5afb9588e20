package dev.offstage.bindings.html;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.EventListener;
import org.teavm.jso.dom.events.Registration;
import org.teavm.jso.dom.html.HTMLVideoElement;

/**
 * A {@code <video>}: the members that the type of {@code jso-apis} lacks.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/media.html#htmlvideoelement">HTML,
 *     HTMLVideoElement</a>
 */
public abstract class VideoElement extends MediaElement {
  private VideoElement() {}

  /**
   * An element under this face; the same object.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#htmlvideoelement">HTML,
   *     VideoElement</a>
   */
  @JSBody(params = "element", script = "return element;")
  public static native VideoElement of(HTMLVideoElement element);

  /**
   * The width of the picture in CSS pixels; 0 before it is known.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-video-videowidth">HTML,
   *     videoWidth</a>
   */
  @JSProperty
  public abstract int getVideoWidth();

  /**
   * The height of the picture in CSS pixels; 0 before it is known.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#dom-video-videoheight">HTML,
   *     videoHeight</a>
   */
  @JSProperty
  public abstract int getVideoHeight();

  /**
   * How many frames were shown and dropped; null where the browser lacks the member.
   *
   * @see <a
   *     href="https://w3c.github.io/media-playback-quality/#dom-htmlvideoelement-getvideoplaybackquality">Media
   *     Playback Quality, getVideoPlaybackQuality</a>
   */
  @JSBody(script = "return this.getVideoPlaybackQuality ? this.getVideoPlaybackQuality() : null;")
  public native @Nullable VideoPlaybackQuality getVideoPlaybackQuality();

  /**
   * Asks to be called for the next frame that is sent to the compositor, once.
   *
   * @return a number above 0 to cancel it by, or 0 where the browser lacks the member
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dom-htmlvideoelement-requestvideoframecallback">HTMLVideoElement.requestVideoFrameCallback()</a>
   */
  @JSBody(
      params = "callback",
      script =
          "return this.requestVideoFrameCallback"
              + " ? this.requestVideoFrameCallback(callback) : 0;")
  public native int requestVideoFrameCallback(VideoFrameCallback callback);

  /**
   * Forgets a request; unknown numbers are ignored, also where the browser lacks the member.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dom-htmlvideoelement-cancelvideoframecallback">HTMLVideoElement.cancelVideoFrameCallback()</a>
   */
  @JSBody(
      params = "handle",
      script = "if (this.cancelVideoFrameCallback) this.cancelVideoFrameCallback(handle);")
  public native void cancelVideoFrameCallback(int handle);

  /**
   * Fires when the size of the picture has changed.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/media.html#htmlvideoelement">HTML,
   *     VideoElement</a>
   */
  public final Registration onResize(EventListener<Event> listener) {
    return onEvent("resize", listener);
  }
}
