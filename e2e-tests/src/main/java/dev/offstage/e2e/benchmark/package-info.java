/**
 * The benchmark: start, seek and frozen pages of Offstage and of other players, measured side by
 * side. Runs on the JVM, by hand and never in a test run; nothing imports it.
 */
@NullMarked
package dev.offstage.e2e.benchmark;

import org.jspecify.annotations.NullMarked;
