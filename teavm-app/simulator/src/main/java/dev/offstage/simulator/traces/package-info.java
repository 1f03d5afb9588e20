/**
 * The command that plays recorded bandwidth traces and prints what a viewer would have had.
 *
 * <p>Runs on the JVM only. Nothing imports it.
 */
@NullMarked
package dev.offstage.simulator.traces;

import org.jspecify.annotations.NullMarked;
