/**
 * What every implementation of the engine's ports must do, as abstract tests; the virtual ones are
 * held against it here.
 */
@NullMarked
package dev.offstage.simulator.contract;

import org.jspecify.annotations.NullMarked;
