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
  /**
   * A configuration in which nothing is set yet.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#mediakeysystemconfiguration-dictionary">Encrypted
   *     Media Extensions, MediaKeySystemConfiguration</a>
   */
  static MediaKeySystemConfiguration create() {
    return JSObjects.create();
  }

  /**
   * A name of the application's own.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-label">Encrypted
   *     Media Extensions, label</a>
   */
  @JSProperty
  String getLabel();

  /**
   * A name of the application's own, to know the configuration by.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-label">Encrypted
   *     Media Extensions, label</a>
   */
  @JSProperty
  void setLabel(String label);

  /**
   * The types of initialization data, such as {@code cenc}.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-initdatatypes">Encrypted
   *     Media Extensions, initDataTypes</a>
   */
  @JSProperty
  JSArrayReader<JSString> getInitDataTypes();

  /**
   * The types of initialization data; none if the media carries none.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-initdatatypes">Encrypted
   *     Media Extensions, initDataTypes</a>
   */
  @JSProperty
  void setInitDataTypes(JSArrayReader<JSString> initDataTypes);

  /**
   * The audio that can be decrypted.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-audiocapabilities">Encrypted
   *     Media Extensions, audioCapabilities</a>
   */
  @JSProperty
  JSArrayReader<MediaKeySystemMediaCapability> getAudioCapabilities();

  /**
   * The audio to be decrypted, best first.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-audiocapabilities">Encrypted
   *     Media Extensions, audioCapabilities</a>
   */
  @JSProperty
  void setAudioCapabilities(JSArrayReader<MediaKeySystemMediaCapability> audioCapabilities);

  /**
   * The video that can be decrypted.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-videocapabilities">Encrypted
   *     Media Extensions, videoCapabilities</a>
   */
  @JSProperty
  JSArrayReader<MediaKeySystemMediaCapability> getVideoCapabilities();

  /**
   * The video to be decrypted, best first.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-videocapabilities">Encrypted
   *     Media Extensions, videoCapabilities</a>
   */
  @JSProperty
  void setVideoCapabilities(JSArrayReader<MediaKeySystemMediaCapability> videoCapabilities);

  /**
   * Whether identifiers of the device are used.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-distinctiveidentifier">Encrypted
   *     Media Extensions, distinctiveIdentifier</a>
   */
  @JSProperty
  MediaKeysRequirement getDistinctiveIdentifier();

  /**
   * Whether identifiers of the device may or must be used.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-distinctiveidentifier">Encrypted
   *     Media Extensions, distinctiveIdentifier</a>
   */
  @JSProperty
  void setDistinctiveIdentifier(MediaKeysRequirement distinctiveIdentifier);

  /**
   * Whether state is kept.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-persistentstate">Encrypted
   *     Media Extensions, persistentState</a>
   */
  @JSProperty
  MediaKeysRequirement getPersistentState();

  /**
   * Whether state may or must be kept.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-persistentstate">Encrypted
   *     Media Extensions, persistentState</a>
   */
  @JSProperty
  void setPersistentState(MediaKeysRequirement persistentState);

  /**
   * The kinds of sessions.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-sessiontypes">Encrypted
   *     Media Extensions, sessionTypes</a>
   */
  @JSProperty
  JSArrayReader<MediaKeySessionType> getSessionTypes();

  /**
   * The kinds of sessions that are needed; temporary ones by default.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemconfiguration-sessiontypes">Encrypted
   *     Media Extensions, sessionTypes</a>
   */
  @JSProperty
  void setSessionTypes(JSArrayReader<MediaKeySessionType> sessionTypes);
}
