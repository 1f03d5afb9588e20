/**
 * Reads what the player must know of WebM files (RFC 9559): header and {@code Cues}, never the
 * media itself.
 *
 * <p>Runs in the worker and on the JVM. Knows neither network nor clock nor player; the stages
 * behind it may import it.
 */
@NullMarked
package dev.offstage.engine.webm;

import org.jspecify.annotations.NullMarked;
