package dev.offstage.engine.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parameter sets of one kind by their number, as the stream repeats and replaces them. */
final class ParameterSets {
  /** No standard allows more, nor a longer one that a browser would take. */
  private static final int MAX_COUNT = 256;

  private static final int MAX_BYTES = 65535;

  private final int[] ids = new int[MAX_COUNT];
  private final List<byte[]> sets = new ArrayList<>();

  /**
   * @return whether it is another than the one of that number so far
   */
  boolean put(int id, byte[] data, int from, int to) {
    if (to - from > MAX_BYTES || to <= from) {
      return false;
    }
    int index = 0;
    while (index < sets.size() && ids[index] != id) {
      index++;
    }
    byte[] set = Arrays.copyOfRange(data, from, to);
    if (index < sets.size()) {
      boolean other = !Arrays.equals(sets.get(index), set);
      sets.set(index, set);
      return other;
    }
    if (index == MAX_COUNT) {
      return false;
    }
    ids[index] = id;
    sets.add(set);
    return true;
  }

  /** In the order of their first appearance. */
  List<byte[]> all() {
    return sets;
  }
}
