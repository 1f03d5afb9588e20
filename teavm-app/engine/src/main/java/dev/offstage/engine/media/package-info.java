/**
 * Words that every stage shares: media types, byte ranges, time ranges and media data at rest.
 *
 * <p>Runs in the worker and on the JVM. Every package but {@code util} and {@code error} may import
 * it.
 */
@NullMarked
package dev.offstage.engine.media;

import org.jspecify.annotations.NullMarked;
