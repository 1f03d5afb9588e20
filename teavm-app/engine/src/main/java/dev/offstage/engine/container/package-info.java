/**
 * Chooses who reads the headers of a media file or a media segment.
 *
 * <p>Runs in the worker and on the JVM. The stages behind the parsers may import it; it imports the
 * container formats.
 */
@NullMarked
package dev.offstage.engine.container;

import org.jspecify.annotations.NullMarked;
