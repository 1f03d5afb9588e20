/**
 * Takes transport streams apart (ISO/IEC 13818-1): finds the programme and its elementary streams,
 * and hands out their data with its timestamps as it is.
 *
 * <p>Runs in the worker and on the JVM. Knows neither network nor clock nor player, nor what is in
 * the streams; the stages behind it may import it.
 */
@NullMarked
package dev.offstage.engine.mpegts;

import org.jspecify.annotations.NullMarked;
