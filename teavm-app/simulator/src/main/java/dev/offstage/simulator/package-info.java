/**
 * Whole sessions of the real engine in virtual time: a page, an element, a network and an origin,
 * all from one seed.
 *
 * <p>Runs on the JVM only. Tests and the command line import it.
 */
@NullMarked
package dev.offstage.simulator;

import org.jspecify.annotations.NullMarked;
