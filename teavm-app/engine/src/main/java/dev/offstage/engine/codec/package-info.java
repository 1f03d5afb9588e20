/**
 * Reads elementary streams as far as a container must know them: where a picture or an audio frame
 * begins, whether decoding can start there, and the configuration that a decoder needs beforehand.
 *
 * <p>Runs in the worker and on the JVM. Knows no container; the container formats and the stages
 * behind them may import it.
 */
@NullMarked
package dev.offstage.engine.codec;

import org.jspecify.annotations.NullMarked;
