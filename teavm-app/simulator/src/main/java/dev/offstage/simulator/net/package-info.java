/**
 * The virtual network: bandwidth that transfers share, latency, and everything that goes wrong with
 * requests.
 *
 * <p>Runs on the JVM only. {@code origin} and the simulator's root package import it.
 */
@NullMarked
package dev.offstage.simulator.net;

import org.jspecify.annotations.NullMarked;
