/**
 * Where things lie on disk, for the harness that plays streams in real browsers. Runs on the JVM,
 * in tests and in the benchmark; everything below this package may import it.
 */
@NullMarked
package dev.offstage.e2e;

import org.jspecify.annotations.NullMarked;
