package dev.offstage.bindings.eme;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;

/**
 * A policy to ask {@link MediaKeys#getStatusForPolicy} about.
 *
 * <p>Context: pages in secure contexts.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/#dictdef-mediakeyspolicy">Encrypted Media
 *     Extensions, MediaKeysPolicy</a>
 */
public interface MediaKeysPolicy extends JSObject {
  /**
   * A policy that demands nothing yet.
   *
   * @see <a href="https://w3c.github.io/encrypted-media/#dictdef-mediakeyspolicy">Encrypted Media
   *     Extensions, MediaKeysPolicy</a>
   */
  static MediaKeysPolicy create() {
    return JSObjects.create();
  }

  /**
   * The least version of HDCP on the output, such as {@code 2.2}.
   *
   * @see <a
   *     href="https://w3c.github.io/encrypted-media/#dom-mediakeyspolicy-minhdcpversion">Encrypted
   *     Media Extensions, minHdcpVersion</a>
   */
  @JSProperty
  void setMinHdcpVersion(String minHdcpVersion);
}
