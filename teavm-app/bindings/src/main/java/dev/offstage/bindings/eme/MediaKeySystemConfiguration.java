package dev.offstage.bindings.eme;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.core.JSString;

/**
 * What is wanted of a key system, and what it has. At least one of the two lists of capabilities
 * must be there.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediakeysystemconfiguration-dictionary">
 *     Encrypted Media Extensions, MediaKeySystemConfiguration</a>
 */
public interface MediaKeySystemConfiguration extends JSObject {
  /** A configuration in which nothing is set yet. */
  static MediaKeySystemConfiguration create() {
    return JSObjects.create();
  }

  /** A name of the application's own. */
  @JSProperty
  String getLabel();

  /** A name of the application's own, to know the configuration by. */
  @JSProperty
  void setLabel(String label);

  /** The types of initialization data, such as {@code cenc}. */
  @JSProperty
  JSArrayReader<JSString> getInitDataTypes();

  /** The types of initialization data; none if the media carries none. */
  @JSProperty
  void setInitDataTypes(JSArrayReader<JSString> initDataTypes);

  /** The audio that can be decrypted. */
  @JSProperty
  JSArrayReader<MediaKeySystemMediaCapability> getAudioCapabilities();

  /** The audio to be decrypted, best first. */
  @JSProperty
  void setAudioCapabilities(JSArrayReader<MediaKeySystemMediaCapability> audioCapabilities);

  /** The video that can be decrypted. */
  @JSProperty
  JSArrayReader<MediaKeySystemMediaCapability> getVideoCapabilities();

  /** The video to be decrypted, best first. */
  @JSProperty
  void setVideoCapabilities(JSArrayReader<MediaKeySystemMediaCapability> videoCapabilities);

  /** Whether identifiers of the device are used. */
  @JSProperty
  MediaKeysRequirement getDistinctiveIdentifier();

  /** Whether identifiers of the device may or must be used. */
  @JSProperty
  void setDistinctiveIdentifier(MediaKeysRequirement distinctiveIdentifier);

  /** Whether state is kept. */
  @JSProperty
  MediaKeysRequirement getPersistentState();

  /** Whether state may or must be kept. */
  @JSProperty
  void setPersistentState(MediaKeysRequirement persistentState);

  /** The kinds of sessions. */
  @JSProperty
  JSArrayReader<MediaKeySessionType> getSessionTypes();

  /** The kinds of sessions that are needed; temporary ones by default. */
  @JSProperty
  void setSessionTypes(JSArrayReader<MediaKeySessionType> sessionTypes);
}
