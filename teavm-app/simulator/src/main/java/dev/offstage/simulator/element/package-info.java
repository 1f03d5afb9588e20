/**
 * The virtual media element with its MediaSource and SourceBuffers, by the rules of HTML and Media
 * Source Extensions.
 *
 * <p>Runs on the JVM only. The simulator's root package imports it.
 */
@NullMarked
package dev.offstage.simulator.element;

import org.jspecify.annotations.NullMarked;
