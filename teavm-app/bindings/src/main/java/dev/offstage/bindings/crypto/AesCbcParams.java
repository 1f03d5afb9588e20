package dev.offstage.bindings.crypto;

import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.typedarrays.ArrayBufferView;

/**
 * What AES in CBC mode needs besides its key.
 *
 * <p>Context: pages and workers, secure ones alone.
 *
 * @see <a href="https://w3c.github.io/webcrypto/#aes-cbc-params">Web Cryptography, AesCbcParams</a>
 */
public interface AesCbcParams extends JSObject {
  /**
   * Parameters of which none is set.
   *
   * @see <a href="https://w3c.github.io/webcrypto/#aes-cbc-params">Web Cryptography,
   *     AesCbcParams</a>
   */
  static AesCbcParams create() {
    return JSObjects.create();
  }

  /**
   * The algorithm, {@code AES-CBC}.
   *
   * @see <a href="https://w3c.github.io/webcrypto/#dom-algorithm-name">Web Cryptography, name</a>
   */
  @JSProperty
  void setName(String name);

  /**
   * The initialisation vector, 16 bytes.
   *
   * @see <a href="https://w3c.github.io/webcrypto/#dom-aescbcparams-iv">Web Cryptography, iv</a>
   */
  @JSProperty
  void setIv(ArrayBufferView iv);
}
