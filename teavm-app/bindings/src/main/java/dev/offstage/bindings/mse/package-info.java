/**
 * Media Source Extensions: {@code MediaSource}, its buffers and its handle, with the time ranges
 * and tracks that they and the media elements share. It runs in pages and, where the browser allows
 * it, in dedicated workers; everyone may import it.
 *
 * @see <a href="https://w3c.github.io/media-source/">Media Source Extensions</a>
 */
@NullMarked
package dev.offstage.bindings.mse;

import org.jspecify.annotations.NullMarked;
