/**
 * JUnit's side of the harness: {@code @PlaybackTest} runs a test in every place where the player
 * works, hands it a server and a page, and keeps what helps when it fails. Runs on the JVM; tests
 * import it, nothing else does.
 */
@NullMarked
package dev.offstage.e2e.junit;

import org.jspecify.annotations.NullMarked;
