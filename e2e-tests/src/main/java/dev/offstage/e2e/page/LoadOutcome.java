package dev.offstage.e2e.page;

import org.jspecify.annotations.Nullable;

/**
 * How a {@code load()} ended.
 *
 * @param fault what it was rejected with, or null if it resolved
 * @param ms how long it took, in milliseconds of the page's clock
 */
public record LoadOutcome(@Nullable PlayerFault fault, double ms) {
  /** Whether the promise resolved. */
  public boolean succeeded() {
    return fault == null;
  }
}
