/**
 * The immutable model of what a manifest says, the same for DASH, HLS and plain files.
 *
 * <p>Runs in the worker and on the JVM. Parsers make it, the stages behind it read it; a refresh is
 * a new instance.
 */
@NullMarked
package dev.offstage.engine.presentation;

import org.jspecify.annotations.NullMarked;
