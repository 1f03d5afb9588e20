/**
 * Generated presentations and the server that has them: manifests and segments of real sizes.
 *
 * <p>Runs on the JVM only. The simulator's root package imports it.
 */
@NullMarked
package dev.offstage.simulator.origin;

import org.jspecify.annotations.NullMarked;
