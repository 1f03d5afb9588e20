/**
 * Virtual time: one queue of events whose order depends on nothing but what was put in.
 *
 * <p>Runs on the JVM only. Every package of the simulator may import it.
 */
@NullMarked
package dev.offstage.simulator.time;

import org.jspecify.annotations.NullMarked;
