/**
 * Real browsers for tests: found on the machine or installed where that is allowed, started once
 * each, and driven by Playwright. Runs on the JVM and knows neither server nor player; page objects
 * and tests may import it.
 */
@NullMarked
package dev.offstage.e2e.browser;

import org.jspecify.annotations.NullMarked;
