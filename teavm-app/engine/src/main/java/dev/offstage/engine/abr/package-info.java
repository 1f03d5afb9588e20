/**
 * Adaptation: how fast the network is, and which quality to load next.
 *
 * <p>Runs in the worker and on the JVM. {@code stream} and {@code player} import it.
 */
@NullMarked
package dev.offstage.engine.abr;

import org.jspecify.annotations.NullMarked;
