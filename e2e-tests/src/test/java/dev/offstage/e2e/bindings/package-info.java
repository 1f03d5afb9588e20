/**
 * The bindings library in real browsers: runs the programs of {@code teavm-app/conformance} and the
 * samples, and writes the table of the library's README. Runs on the JVM; nothing imports it.
 */
@NullMarked
package dev.offstage.e2e.bindings;

import org.jspecify.annotations.NullMarked;
