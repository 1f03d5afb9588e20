/**
 * Chooses by MIME type who reads a media file's headers.
 *
 * <p>Runs in the worker and on the JVM. The stages behind the parsers may import it; it imports the
 * container formats.
 */
@NullMarked
package dev.offstage.engine.container;

import org.jspecify.annotations.NullMarked;
