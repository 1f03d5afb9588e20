/**
 * Clock, timers, URLs and other tools that know nothing of media.
 *
 * <p>Runs in the worker and on the JVM. Every package may import it; it imports nothing of the
 * engine.
 */
@NullMarked
package dev.offstage.engine.util;

import org.jspecify.annotations.NullMarked;
