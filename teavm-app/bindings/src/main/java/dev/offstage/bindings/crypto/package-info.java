/**
 * Web Cryptography, as far as encrypted media needs it: decryption with a key that is given. It
 * runs in pages and workers of secure contexts; everyone may import it.
 *
 * @see <a href="https://w3c.github.io/webcrypto/">Web Cryptography</a>
 */
@NullMarked
package dev.offstage.bindings.crypto;

import org.jspecify.annotations.NullMarked;
