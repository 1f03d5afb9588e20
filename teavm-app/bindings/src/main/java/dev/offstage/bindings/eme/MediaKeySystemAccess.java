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
  /** The name of the key system. */
  @JSProperty
  String getKeySystem();

  /** What is supported of the configuration that fits; a copy. */
  MediaKeySystemConfiguration getConfiguration();

  /** Makes keys. The promise is rejected with {@code InvalidStateError} if it fails. */
  JSPromise<MediaKeys> createMediaKeys();
}
