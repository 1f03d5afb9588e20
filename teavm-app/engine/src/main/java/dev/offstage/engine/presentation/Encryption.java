package dev.offstage.engine.presentation;

/**
 * How a resource is encrypted as a whole: AES in CBC mode with the padding of PKCS 7 (RFC 8216bis,
 * section 4.4.4.4, methods {@code AES-128} and {@code AES-256}).
 *
 * @param keyUrl where the key is, absolute; may be a {@code data:} URL, which is the key itself
 * @param keyBytes how long the key is
 * @param ivHex the initialisation vector, 32 hexadecimal digits
 */
public record Encryption(String keyUrl, int keyBytes, String ivHex) {
  /** Without the key, which may stand in the URL. */
  @Override
  public String toString() {
    return "AES-" + 8 * keyBytes;
  }
}
