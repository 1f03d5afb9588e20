/**
 * Encrypted Media Extensions: key systems, keys and sessions. It runs in pages only, in secure
 * contexts; everyone may import it.
 *
 * @see <a href="https://w3c.github.io/encrypted-media/">Encrypted Media Extensions</a>
 */
@NullMarked
package dev.offstage.bindings.eme;

import org.jspecify.annotations.NullMarked;
