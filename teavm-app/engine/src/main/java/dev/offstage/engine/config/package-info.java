/**
 * What applications can set, as plain records with documented defaults.
 *
 * <p>Runs in the worker and on the JVM. Everything from {@code net} upwards may import it.
 */
@NullMarked
package dev.offstage.engine.config;

import org.jspecify.annotations.NullMarked;
