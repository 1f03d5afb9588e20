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
  /** A configuration in which nothing is set yet. */
  static AudioConfiguration create() {
    return JSObjects.create();
  }

  /** A MIME type with one codec. Required. */
  @JSProperty
  void setContentType(String contentType);

  /** The channels, such as {@code 2} or {@code 5.1}. */
  @JSProperty
  void setChannels(String channels);

  /** Bits per second, a whole number. */
  @JSProperty
  void setBitrate(double bitrate);

  /** Samples per second. */
  @JSProperty
  void setSamplerate(int samplerate);

  /** Whether it is to be rendered in space. */
  @JSProperty
  void setSpatialRendering(boolean spatialRendering);
}
