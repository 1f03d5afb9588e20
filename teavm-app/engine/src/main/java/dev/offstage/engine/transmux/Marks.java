package dev.offstage.engine.transmux;

/** At which places of an elementary stream which timestamps stand, in order. */
final class Marks {
  private int[] positions = new int[8];
  private double[] showTicks = new double[8];
  private double[] decodeTicks = new double[8];
  private int count;
  private double takenShow;
  private double takenDecode;

  /** Notes timestamps for what begins at {@code position} or behind it. */
  void add(int position, double show, double decode) {
    if (count == positions.length) {
      int[] morePositions = new int[count * 2];
      double[] moreShow = new double[count * 2];
      double[] moreDecode = new double[count * 2];
      System.arraycopy(positions, 0, morePositions, 0, count);
      System.arraycopy(showTicks, 0, moreShow, 0, count);
      System.arraycopy(decodeTicks, 0, moreDecode, 0, count);
      positions = morePositions;
      showTicks = moreShow;
      decodeTicks = moreDecode;
    }
    positions[count] = position;
    showTicks[count] = show;
    decodeTicks[count] = decode;
    count++;
  }

  /** Whether any stands at {@code position} or before it. */
  boolean has(int position) {
    return count > 0 && positions[0] <= position;
  }

  /** The time of showing that {@link #take} would give. */
  double peekShow(int position) {
    int last = 0;
    while (last + 1 < count && positions[last + 1] <= position) {
      last++;
    }
    return showTicks[last];
  }

  /**
   * Takes out the timestamps for what begins at {@code position}: the last ones up to there. Those
   * before them had nothing beginning at them.
   *
   * @return false if there are none
   */
  boolean take(int position) {
    int taken = 0;
    while (taken < count && positions[taken] <= position) {
      taken++;
    }
    if (taken == 0) {
      return false;
    }
    takenShow = showTicks[taken - 1];
    takenDecode = decodeTicks[taken - 1];
    count -= taken;
    System.arraycopy(positions, taken, positions, 0, count);
    System.arraycopy(showTicks, taken, showTicks, 0, count);
    System.arraycopy(decodeTicks, taken, decodeTicks, 0, count);
    return true;
  }

  /** The time of showing that was taken last. */
  double show() {
    return takenShow;
  }

  /** The time of decoding that was taken last. */
  double decode() {
    return takenDecode;
  }

  /** The first {@code bytes} of the stream are forgotten. */
  void shift(int bytes) {
    for (int i = 0; i < count; i++) {
      positions[i] -= bytes;
    }
  }

  void clear() {
    count = 0;
  }
}
