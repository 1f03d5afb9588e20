/**
 * What tests know of the test media: names, and how to spoil them. Runs on the JVM; tests and the
 * benchmark may import it.
 */
@NullMarked
package dev.offstage.e2e.media;

import org.jspecify.annotations.NullMarked;
