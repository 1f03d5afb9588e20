/**
 * One stream per media type: what is missing at the playhead, loaded and appended in order.
 *
 * <p>Runs in the worker and on the JVM. Only {@code player} imports it.
 */
@NullMarked
package dev.offstage.engine.stream;

import org.jspecify.annotations.NullMarked;
