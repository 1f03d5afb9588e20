/**
 * Reads an MPD (ISO/IEC 23009-1) into a {@link dev.offstage.engine.presentation.Presentation}; one
 * file per element or concern, {@link dev.offstage.engine.dash.MpdParser} is the door.
 *
 * <p>Runs in the worker and on the JVM. Knows neither network nor clock nor player; the stages
 * behind it may import it.
 */
@NullMarked
package dev.offstage.engine.dash;

import org.jspecify.annotations.NullMarked;
