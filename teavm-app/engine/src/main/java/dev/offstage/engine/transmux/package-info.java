/**
 * Turns media segments that browsers do not take into fragmented MP4: transport streams and packed
 * audio, without decoding anything.
 *
 * <p>Runs in the worker and on the JVM. Knows neither network nor clock nor player; the stages
 * behind the parsers may import it, it imports the containers and the codecs.
 */
@NullMarked
package dev.offstage.engine.transmux;

import org.jspecify.annotations.NullMarked;
