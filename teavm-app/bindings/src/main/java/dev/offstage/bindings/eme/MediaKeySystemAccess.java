package dev.offstage.bindings.eme;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSPromise;

/**
 * A key system in a configuration that works here.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#mediakeysystemaccess-interface">Encrypted
 *     Media Extensions, MediaKeySystemAccess</a>
 */
public interface MediaKeySystemAccess extends JSObject {
  /**
   * The name of the key system.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemaccess-keysystem">Encrypted
   *     Media Extensions, keySystem</a>
   */
  @JSProperty
  String getKeySystem();

  /**
   * What is supported of the configuration that fits; a copy.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemaccess-getconfiguration">Encrypted
   *     Media Extensions, getConfiguration</a>
   */
  MediaKeySystemConfiguration getConfiguration();

  /**
   * Makes keys. The promise is rejected with {@code InvalidStateError} if it fails.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeysystemaccess-createmediakeys">Encrypted
   *     Media Extensions, createMediaKeys</a>
   */
  JSPromise<MediaKeys> createMediaKeys();
}
