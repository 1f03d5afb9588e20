package dev.offstage.bindings.html;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Is called once, for a frame that was sent to the compositor.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://wicg.github.io/video-rvfc/#dom-videoframerequestcallback">HTMLVideoElement
 *     .requestVideoFrameCallback(), VideoFrameRequestCallback</a>
 */
@JSFunctor
@FunctionalInterface
public interface VideoFrameCallback extends JSObject {
  /**
   * Takes a frame.
   *
   * @param now milliseconds on the page's {@code performance} clock
   * @param metadata what is known of the frame
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dom-videoframerequestcallback">HTMLVideoElement
   *     .requestVideoFrameCallback(), VideoFrameCallback</a>
   */
  void onFrame(double now, VideoFrameCallbackMetadata metadata);
}
