/**
 * A plugin of TeaVM's WebAssembly compiler that writes what Java calls of JavaScript into a module,
 * where TeaVM's own runtime would make functions of it with {@code new Function}: so a content
 * security policy with {@code 'wasm-unsafe-eval'} is enough.
 *
 * <p>Runs in the compiler, on the JVM. Nothing imports it: TeaVM finds it on the class path of the
 * program that it compiles.
 */
@NullMarked
package dev.offstage.staticjs;

import org.jspecify.annotations.NullMarked;
