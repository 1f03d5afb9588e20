package dev.offstage.engine.xml;

import dev.offstage.engine.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Gives each distinct name of a document one entry, so that a name becomes a string only once and
 * comparing names is comparing references.
 */
final class NameTable {
  /** Formats have some dozens of names; more than these are made to wear the reader out. */
  static final int MAX_NAMES = 2048;

  private static final int SLOTS = 2 * MAX_NAMES;

  private final byte[] data;

  /** Open addressing, at most half full. */
  private final @Nullable Name[] slots = new Name[SLOTS];

  private int count;

  NameTable(byte[] data) {
    this.data = data;
  }

  /**
   * The name that fills a range of the data.
   *
   * @return null if there are more than {@link #MAX_NAMES}
   */
  @Nullable Name get(int start, int end) {
    int length = end - start;
    int slot = hash(data, start, end) & SLOTS - 1;
    for (Name name = slots[slot]; name != null; name = slots[slot]) {
      if (name.length == length && same(data, name.start, start, length)) {
        return name;
      }
      slot = slot + 1 & SLOTS - 1;
    }
    if (++count > MAX_NAMES) {
      return null;
    }
    return slots[slot] = new Name(start, length, Utf8.decode(data, start, end));
  }

  /** A hash of a range, good in its lower bits. */
  static int hash(byte[] data, int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = (hash << 5) - hash + data[i];
    }
    return hash ^ hash >>> 12;
  }

  /** Whether two ranges of the same length hold the same. */
  static boolean same(byte[] data, int first, int second, int length) {
    for (int i = 0; i < length; i++) {
      if (data[first + i] != data[second + i]) {
        return false;
      }
    }
    return true;
  }

  /** A name as it stands in the document, and without its prefix. */
  static final class Name {
    final String qualified;
    final String local;
    private final int start;
    private final int length;

    Name(int start, int length, String qualified) {
      this.start = start;
      this.length = length;
      this.qualified = qualified;
      local = qualified.substring(qualified.indexOf(':') + 1);
    }
  }
}
