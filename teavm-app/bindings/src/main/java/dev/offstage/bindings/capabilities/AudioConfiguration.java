package dev.offstage.bindings.capabilities;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * Audio to ask about.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#dictdef-audioconfiguration">Media
 *     Capabilities, AudioConfiguration</a>
 */
public interface AudioConfiguration extends JSObject {
  /**
   * A configuration in which nothing is set yet.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dictdef-audioconfiguration">Media
   *     Capabilities, AudioConfiguration</a>
   */
  static AudioConfiguration create() {
    return JSObjects.create();
  }

  /**
   * A MIME type with one codec. Required.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-audioconfiguration-contenttype">Media
   *     Capabilities, contentType</a>
   */
  @JSProperty
  void setContentType(String contentType);

  /**
   * The channels, such as {@code 2} or {@code 5.1}.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dom-audioconfiguration-channels">Media
   *     Capabilities, channels</a>
   */
  @JSProperty
  void setChannels(String channels);

  /**
   * Bits per second, a whole number.
   *
   * @see <a href="https://w3c.github.io/media-capabilities/#dom-audioconfiguration-bitrate">Media
   *     Capabilities, bitrate</a>
   */
  @JSProperty
  void setBitrate(double bitrate);

  /**
   * Samples per second.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-audioconfiguration-samplerate">Media
   *     Capabilities, samplerate</a>
   */
  @JSProperty
  void setSamplerate(int samplerate);

  /**
   * Whether it is to be rendered in space.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-audioconfiguration-spatialrendering">Media
   *     Capabilities, spatialRendering</a>
   */
  @JSProperty
  void setSpatialRendering(boolean spatialRendering);
}
