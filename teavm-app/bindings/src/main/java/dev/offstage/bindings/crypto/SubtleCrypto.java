package dev.offstage.bindings.crypto;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.ArrayBufferView;

/**
 * The cryptographic operations of the browser.
 *
 * <p>Context: pages and workers, secure ones alone.
 *
 * @see <a href="https://w3c.github.io/webcrypto/#subtlecrypto-interface">Web Cryptography,
 *     SubtleCrypto</a>
 */
public abstract class SubtleCrypto implements JSObject {
  private SubtleCrypto() {}

  /**
   * Those of this context; null where it is not secure.
   *
   * @see <a href="https://w3c.github.io/webcrypto/#dom-crypto-subtle">Web Cryptography, subtle</a>
   */
  @JSBody(script = "return self.crypto && self.crypto.subtle || null;")
  public static native @Nullable SubtleCrypto ofScope();

  /**
   * Makes a key of its bytes. Rejected with {@code DataError} if they are not of that algorithm.
   *
   * @param format {@code raw} for the bytes of a symmetric key
   * @param algorithm such as {@code AES-CBC}
   * @param extractable whether its bytes may be read again
   * @param usages such as {@code decrypt}
   * @see <a href="https://w3c.github.io/webcrypto/#dom-subtlecrypto-importkey">Web Cryptography,
   *     importKey</a>
   */
  public abstract JSPromise<CryptoKey> importKey(
      String format,
      ArrayBufferView keyData,
      String algorithm,
      boolean extractable,
      JSArray<JSString> usages);

  /**
   * Decrypts, and takes the padding off. Rejected with {@code OperationError} if there is none,
   * which is how a wrong key shows.
   *
   * @see <a href="https://w3c.github.io/webcrypto/#dom-subtlecrypto-decrypt">Web Cryptography,
   *     decrypt</a>
   */
  public abstract JSPromise<ArrayBuffer> decrypt(
      AesCbcParams algorithm, CryptoKey key, ArrayBuffer data);
}
