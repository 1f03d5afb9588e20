package dev.offstage.bindings.capabilities;

import dev.offstage.bindings.eme.MediaKeySessionType;
import dev.offstage.bindings.eme.MediaKeysRequirement;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSObjects;

/**
 * A key system to ask about.
 *
 * <p>Context: pages.
 *
 * @see <a
 *     href="https://w3c.github.io/media-capabilities/#dictdef-mediacapabilitieskeysystemconfiguration">Media
 *     Capabilities, MediaCapabilitiesKeySystemConfiguration</a>
 */
public interface MediaCapabilitiesKeySystemConfiguration extends JSObject {
  /**
   * A configuration in which nothing is set yet.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dictdef-mediacapabilitieskeysystemconfiguration">Media
   *     Capabilities, MediaCapabilitiesKeySystemConfiguration</a>
   */
  static MediaCapabilitiesKeySystemConfiguration create() {
    return JSObjects.create();
  }

  /**
   * The name of the key system. Required.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitieskeysystemconfiguration-keysystem">Media
   *     Capabilities, keySystem</a>
   */
  @JSProperty
  void setKeySystem(String keySystem);

  /**
   * The type of the initialization data, such as {@code cenc}.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitieskeysystemconfiguration-initdatatype">Media
   *     Capabilities, initDataType</a>
   */
  @JSProperty
  void setInitDataType(String initDataType);

  /**
   * Whether a distinctive identifier is used.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitieskeysystemconfiguration-distinctiveidentifier">Media
   *     Capabilities, distinctiveIdentifier</a>
   */
  @JSProperty
  void setDistinctiveIdentifier(MediaKeysRequirement distinctiveIdentifier);

  /**
   * Whether state is kept.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitieskeysystemconfiguration-persistentstate">Media
   *     Capabilities, persistentState</a>
   */
  @JSProperty
  void setPersistentState(MediaKeysRequirement persistentState);

  /**
   * The kinds of sessions.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitieskeysystemconfiguration-sessiontypes">Media
   *     Capabilities, sessionTypes</a>
   */
  @JSProperty
  void setSessionTypes(JSArrayReader<MediaKeySessionType> sessionTypes);

  /**
   * What the audio wants.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitieskeysystemconfiguration-audio">Media
   *     Capabilities, audio</a>
   */
  @JSProperty
  void setAudio(KeySystemTrackConfiguration audio);

  /**
   * What the video wants.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-mediacapabilitieskeysystemconfiguration-video">Media
   *     Capabilities, video</a>
   */
  @JSProperty
  void setVideo(KeySystemTrackConfiguration video);
}
