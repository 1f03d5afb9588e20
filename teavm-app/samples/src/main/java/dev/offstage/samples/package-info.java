/**
 * Samples of the bindings: each is one class that runs in a dedicated worker and the page of the
 * same name, which shows what the worker sends. Nothing imports them.
 */
@NullMarked
package dev.offstage.samples;

import org.jspecify.annotations.NullMarked;
