package dev.offstage.bindings.capabilities;

import dev.offstage.bindings.eme.EncryptionScheme;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * What one track wants of a key system.
 *
 * <p>Context: pages.
 *
 * @see <a
 *     href="https://w3c.github.io/media-capabilities/#dictdef-keysystemtrackconfiguration">Media
 *     Capabilities, KeySystemTrackConfiguration</a>
 */
public interface KeySystemTrackConfiguration extends JSObject {
  /**
   * A configuration in which nothing is set yet.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dictdef-keysystemtrackconfiguration">Media
   *     Capabilities, KeySystemTrackConfiguration</a>
   */
  static KeySystemTrackConfiguration create() {
    return JSObjects.create();
  }

  /**
   * The level in the key system's own words.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-keysystemtrackconfiguration-robustness">Media
   *     Capabilities, robustness</a>
   */
  @JSProperty
  void setRobustness(String robustness);

  /**
   * The scheme of the encryption; null for any.
   *
   * @see <a
   *     href="https://w3c.github.io/media-capabilities/#dom-keysystemtrackconfiguration-encryptionscheme">Media
   *     Capabilities, encryptionScheme</a>
   */
  @JSProperty
  void setEncryptionScheme(@Nullable EncryptionScheme encryptionScheme);
}
