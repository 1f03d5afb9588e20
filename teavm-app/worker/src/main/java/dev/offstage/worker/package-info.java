/**
 * The program that TeaVM compiles: the browser's adapters for the engine's ports, the message codec
 * and {@code main}. Wiring only; whatever decides belongs into the engine.
 *
 * <p>Runs in a dedicated worker. Nothing imports it.
 */
@NullMarked
package dev.offstage.worker;

import org.jspecify.annotations.NullMarked;
