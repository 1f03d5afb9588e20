package dev.offstage.bindings.html;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * How many frames a video has shown and dropped; a snapshot. The counts begin anew with each
 * resource.
 *
 * <p>Context: pages.
 *
 * @see <a href="https://w3c.github.io/media-playback-quality/#videoplaybackquality-interface">Media
 *     Playback Quality, VideoPlaybackQuality</a>
 */
public abstract class VideoPlaybackQuality implements JSObject {
  private VideoPlaybackQuality() {}

  /**
   * When the snapshot was taken, in milliseconds on the page's {@code performance} clock.
   *
   * @see <a
   *     href="https://w3c.github.io/media-playback-quality/#videoplaybackquality-interface">Media
   *     Playback Quality, VideoPlaybackQuality</a>
   */
  @JSProperty
  public abstract double getCreationTime();

  /**
   * How many frames were not shown, because they came too late for it.
   *
   * @see <a
   *     href="https://w3c.github.io/media-playback-quality/#videoplaybackquality-interface">Media
   *     Playback Quality, VideoPlaybackQuality</a>
   */
  @JSProperty
  public abstract int getDroppedVideoFrames();

  /**
   * How many frames there were, shown and dropped.
   *
   * @see <a
   *     href="https://w3c.github.io/media-playback-quality/#videoplaybackquality-interface">Media
   *     Playback Quality, VideoPlaybackQuality</a>
   */
  @JSProperty
  public abstract int getTotalVideoFrames();

  /**
   * How many frames were damaged; 0 where the browser lacks the member, which is deprecated.
   *
   * @see <a
   *     href="https://w3c.github.io/media-playback-quality/#videoplaybackquality-interface">Media
   *     Playback Quality, VideoPlaybackQuality</a>
   */
  @JSBody(script = "return this.corruptedVideoFrames | 0;")
  public native int getCorruptedVideoFrames();
}
