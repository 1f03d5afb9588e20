/**
 * The messages between page and engine, as records; js-glue's {@code protocol.ts} has the same.
 *
 * <p>Runs in the worker and on the JVM. {@code player} and the programs around the engine import
 * it.
 */
@NullMarked
package dev.offstage.engine.protocol;

import org.jspecify.annotations.NullMarked;
