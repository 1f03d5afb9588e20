/**
 * Reads what the player must know of MP4 files (ISO/IEC 14496-12): headers, never the media itself.
 *
 * <p>Runs in the worker and on the JVM. Knows neither network nor clock nor player; the stages
 * behind it may import it.
 */
@NullMarked
package dev.offstage.engine.mp4;

import org.jspecify.annotations.NullMarked;
