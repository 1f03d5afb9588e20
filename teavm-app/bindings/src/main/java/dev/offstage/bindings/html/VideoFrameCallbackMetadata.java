package dev.offstage.bindings.html;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * What is known of a frame that was sent to the compositor. Times called "on the page's clock" are
 * milliseconds of its {@code performance} clock.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">
 *     HTMLVideoElement.requestVideoFrameCallback(), VideoFrameCallbackMetadata</a>
 */
public abstract class VideoFrameCallbackMetadata implements JSObject {
  private VideoFrameCallbackMetadata() {}

  /**
   * When the frame was sent to the compositor, on the page's clock.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSProperty
  public abstract double getPresentationTime();

  /**
   * When the frame should become visible, on the page's clock.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSProperty
  public abstract double getExpectedDisplayTime();

  /**
   * The width of the picture in CSS pixels.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSProperty
  public abstract int getWidth();

  /**
   * The height of the picture in CSS pixels.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSProperty
  public abstract int getHeight();

  /**
   * The frame's time on the media's timeline in seconds.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSProperty
  public abstract double getMediaTime();

  /**
   * How many frames were sent to the compositor so far.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSProperty
  public abstract int getPresentedFrames();

  /**
   * How long it took to decode the frame, in seconds; NaN where it is not told.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSBody(script = "return +this.processingDuration;")
  public native double getProcessingDuration();

  /**
   * When the camera took a frame of a call, on the page's clock; NaN where it is not told.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSBody(script = "return +this.captureTime;")
  public native double getCaptureTime();

  /**
   * When a frame of a call was received, on the page's clock; NaN where it is not told.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSBody(script = "return +this.receiveTime;")
  public native double getReceiveTime();

  /**
   * The RTP timestamp of a frame of a call; NaN where it is not told.
   *
   * @see <a
   *     href="https://wicg.github.io/video-rvfc/#dictdef-videoframecallbackmetadata">HTMLVideoElement.requestVideoFrameCallback(),
   *     VideoFrameCallbackMetadata</a>
   */
  @JSBody(script = "return +this.rtpTimestamp;")
  public native double getRtpTimestamp();
}
