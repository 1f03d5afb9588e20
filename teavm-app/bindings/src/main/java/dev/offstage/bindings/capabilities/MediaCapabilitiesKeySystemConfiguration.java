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
  /** A configuration in which nothing is set yet. */
  static MediaCapabilitiesKeySystemConfiguration create() {
    return JSObjects.create();
  }

  /** The name of the key system. Required. */
  @JSProperty
  void setKeySystem(String keySystem);

  /** The type of the initialization data, such as {@code cenc}. */
  @JSProperty
  void setInitDataType(String initDataType);

  /** Whether a distinctive identifier is used. */
  @JSProperty
  void setDistinctiveIdentifier(MediaKeysRequirement distinctiveIdentifier);

  /** Whether state is kept. */
  @JSProperty
  void setPersistentState(MediaKeysRequirement persistentState);

  /** The kinds of sessions. */
  @JSProperty
  void setSessionTypes(JSArrayReader<MediaKeySessionType> sessionTypes);

  /** What the audio wants. */
  @JSProperty
  void setAudio(KeySystemTrackConfiguration audio);

  /** What the video wants. */
  @JSProperty
  void setVideo(KeySystemTrackConfiguration video);
}
