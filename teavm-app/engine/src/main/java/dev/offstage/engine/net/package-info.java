/**
 * Requests: one loader with timeouts and retries over a port to the platform's HTTP client.
 *
 * <p>Runs in the worker and on the JVM. {@code stream} and {@code player} import it.
 */
@NullMarked
package dev.offstage.engine.net;

import org.jspecify.annotations.NullMarked;
