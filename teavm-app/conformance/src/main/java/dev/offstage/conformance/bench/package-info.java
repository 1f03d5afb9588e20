/**
 * The benchmark of calls through the bindings against the same calls written by hand. It runs in
 * pages; only the program's main imports it.
 */
@NullMarked
package dev.offstage.conformance.bench;

import org.jspecify.annotations.NullMarked;
