package dev.offstage.engine.net;

import dev.offstage.engine.media.Bytes;

/**
 * The port to the platform's AES in CBC mode with the padding of PKCS 7 (RFC 8216bis, section
 * 4.4.4.4).
 */
public interface AesDecryptor {
  /** Hears how it ended, once, on the engine's thread, never before the call has returned. */
  interface Callback {
    void onDecrypted(Bytes data);

    /**
     * The padding is not there, so that this is not the key, or the platform has no AES.
     *
     * @param message the platform's words
     */
    void onFailed(String message);
  }

  /**
   * Decrypts.
   *
   * @param key of 16 or 32 bytes
   * @param iv of 16 bytes
   * @param data may be consumed: it is not to be used afterwards
   */
  void decrypt(byte[] key, byte[] iv, Bytes data, Callback callback);
}
