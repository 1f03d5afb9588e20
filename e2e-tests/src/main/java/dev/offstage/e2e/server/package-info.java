/**
 * A media server that serves files as a good origin does and, rule by rule, misbehaves as bad ones
 * do, over a link of a given speed. Runs on the JVM and knows no browser; tests and page objects
 * may import it.
 */
@NullMarked
package dev.offstage.e2e.server;

import org.jspecify.annotations.NullMarked;
