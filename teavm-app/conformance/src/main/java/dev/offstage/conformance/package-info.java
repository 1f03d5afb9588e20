/**
 * The conformance programs: each case states one thing that the bindings and the browser beneath
 * them must do, and finds out. It runs in pages and in dedicated workers, as JavaScript and as
 * WebAssembly; nothing of the player imports it.
 */
@NullMarked
package dev.offstage.conformance;

import org.jspecify.annotations.NullMarked;
