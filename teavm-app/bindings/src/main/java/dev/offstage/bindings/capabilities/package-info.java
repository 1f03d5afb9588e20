/**
 * Media Capabilities: whether media would decode, smoothly and with little power. It runs in pages
 * and workers; everyone may import it.
 *
 * @see <a href="https://w3c.github.io/media-capabilities/">Media Capabilities</a>
 */
@NullMarked
package dev.offstage.bindings.capabilities;

import org.jspecify.annotations.NullMarked;
