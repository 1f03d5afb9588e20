/**
 * Page objects: a bare page with a media element, the same with a player on it, and what they tell.
 * Runs on the JVM and drives a browser; tests and the benchmark may import it. The scripts that run
 * in the page lie beside it as resources.
 */
@NullMarked
package dev.offstage.e2e.page;

import org.jspecify.annotations.NullMarked;
