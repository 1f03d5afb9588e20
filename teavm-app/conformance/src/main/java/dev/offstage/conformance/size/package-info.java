/**
 * Two programs whose difference is what the bindings cost a program that refers to all of them.
 * They are compiled and weighed, not run; nothing imports them.
 */
@NullMarked
package dev.offstage.conformance.size;

import org.jspecify.annotations.NullMarked;
