/**
 * What can go wrong: one error type with a code, a category and the data that helps to mend it.
 *
 * <p>Runs in the worker and on the JVM. Every package may import it; it imports nothing of the
 * engine.
 */
@NullMarked
package dev.offstage.engine.error;

import org.jspecify.annotations.NullMarked;
