/**
 * What a case stands on: a media element near or far, the test media, waiting and checking. It runs
 * in pages and workers, on TeaVM's coroutines, so that a case reads from top to bottom; cases and
 * the runner import it.
 */
@NullMarked
package dev.offstage.conformance.stage;

import org.jspecify.annotations.NullMarked;
