/**
 * Virtual media: data of real sizes whose first bytes say what it is, so that the virtual element
 * knows which segment of which Representation it has been given.
 *
 * <p>Runs on the JVM only. Every package of the simulator but {@code time} may import it.
 */
@NullMarked
package dev.offstage.simulator.media;

import org.jspecify.annotations.NullMarked;
