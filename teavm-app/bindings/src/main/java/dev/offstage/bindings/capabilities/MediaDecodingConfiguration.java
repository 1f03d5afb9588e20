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
  /** A configuration in which nothing is set yet. */
  static MediaDecodingConfiguration create() {
    return JSObjects.create();
  }

  /** How the media comes. Required. */
  @JSProperty
  void setType(MediaDecodingType type);

  /** The video. */
  @JSProperty
  void setVideo(VideoConfiguration video);

  /** The audio. */
  @JSProperty
  void setAudio(AudioConfiguration audio);

  /** The key system; not in workers. */
  @JSProperty
  void setKeySystemConfiguration(MediaCapabilitiesKeySystemConfiguration keySystemConfiguration);
}
