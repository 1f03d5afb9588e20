package dev.offstage.engine.xml;

import org.jspecify.annotations.Nullable;

/**
 * Remembers strings that were made of ranges of a document lately: attributes of one kind of
 * element mostly say the same, and making strings is most of the work where bytes and strings are
 * worlds apart.
 */
final class ValueCache {
  private static final int SLOTS = 512;

  /** Longer values are seldom the same. */
  private static final int MAX_LENGTH = 48;

  private final byte[] data;
  private final int[] starts = new int[SLOTS];
  private final int[] lengths = new int[SLOTS];
  private final @Nullable String[] values = new String[SLOTS];

  ValueCache(byte[] data) {
    this.data = data;
  }

  /** Where in the cache a range belongs; -1 if it is too long for it. */
  int slotOf(int start, int end) {
    return end - start > MAX_LENGTH ? -1 : NameTable.hash(data, start, end) & SLOTS - 1;
  }

  /** The string for a range, or null if it is not known. */
  @Nullable String get(int slot, int start, int end) {
    int length = end - start;
    return slot >= 0 && lengths[slot] == length && NameTable.same(data, starts[slot], start, length)
        ? values[slot]
        : null;
  }

  /** Remembers the string for a range, which is forgotten when another one needs its slot. */
  void put(int slot, int start, int end, String value) {
    if (slot >= 0) {
      starts[slot] = start;
      lengths[slot] = end - start;
      values[slot] = value;
    }
  }
}
