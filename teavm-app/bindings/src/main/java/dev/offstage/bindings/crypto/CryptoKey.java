package dev.offstage.bindings.crypto;

import org.teavm.jso.JSObject;

/**
 * A key that the browser holds.
 *
 * <p>Context: pages and workers, secure ones alone.
 *
 * @see <a href="https://w3c.github.io/webcrypto/#cryptokey-interface">Web Cryptography,
 *     CryptoKey</a>
 */
public interface CryptoKey extends JSObject {}
