/**
 * The engine: sessions from load to unload, the playhead between observations, the choice of
 * tracks.
 *
 * <p>Runs in the worker and on the JVM. The programs around the engine import it, and {@code
 * protocol}.
 */
@NullMarked
package dev.offstage.engine.player;

import org.jspecify.annotations.NullMarked;
