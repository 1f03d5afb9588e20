package dev.offstage.bindings.capabilities;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * The media to ask about: video, audio, or both.
 *
 * <p>Context: pages and workers.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/#dictdef-mediadecodingconfiguration">Media
 *     Capabilities, MediaDecodingConfiguration</a>
 */
public interface MediaDecodingConfiguration extends JSObject {
  /**
   * A configuration in which nothing is set yet.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dictdef-mediadecodingconfiguration">Media
   *     Capabilities, MediaDecodingConfiguration</a>
   */
  static MediaDecodingConfiguration create() {
    return JSObjects.create();
  }

  /**
   * How the media comes. Required.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediadecodingconfiguration-type">Media
   *     Capabilities, type</a>
   */
  @JSProperty
  void setType(MediaDecodingType type);

  /**
   * The video.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediadecodingconfiguration-video">Media
   *     Capabilities, video</a>
   */
  @JSProperty
  void setVideo(VideoConfiguration video);

  /**
   * The audio.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediadecodingconfiguration-audio">Media
   *     Capabilities, audio</a>
   */
  @JSProperty
  void setAudio(AudioConfiguration audio);

  /**
   * The key system; not in workers.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediadecodingconfiguration-keysystemconfiguration">Media
   *     Capabilities, keySystemConfiguration</a>
   */
  @JSProperty
  void setKeySystemConfiguration(MediaCapabilitiesKeySystemConfiguration keySystemConfiguration);
}
