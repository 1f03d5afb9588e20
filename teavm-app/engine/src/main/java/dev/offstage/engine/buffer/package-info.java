/**
 * The way into the media element: the port to the MediaSource and one queue per SourceBuffer.
 *
 * <p>Runs in the worker and on the JVM. {@code stream} and {@code player} import it.
 */
@NullMarked
package dev.offstage.engine.buffer;

import org.jspecify.annotations.NullMarked;
