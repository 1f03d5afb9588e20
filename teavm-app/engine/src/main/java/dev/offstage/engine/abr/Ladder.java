package dev.offstage.engine.abr;

/** The qualities on offer, from the lowest bit rate to the highest, and what each is worth. */
public final class Ladder {
  private final int[] bitratesBps;
  private final double[] utilities;

  /**
   * @param bitratesBps in rising order, at least one; handed over
   */
  public Ladder(int[] bitratesBps) {
    this.bitratesBps = bitratesBps;
    this.utilities = new double[bitratesBps.length];
    for (int i = 0; i < utilities.length; i++) {
      utilities[i] = Math.log((double) bitratesBps[i] / bitratesBps[0]);
    }
  }

  /** The index of the highest. */
  public int top() {
    return bitratesBps.length - 1;
  }

  /** Bits per second of the one at {@code index}. */
  public double bitrateBps(int index) {
    return bitratesBps[index];
  }

  /**
   * What a second of it is worth to the viewer: the natural logarithm of its bit rate over the
   * lowest. Each doubling counts the same.
   */
  public double utility(int index) {
    return utilities[index];
  }

  /** The highest of at most so many bits per second; the lowest where there is none. */
  public int within(double budgetBps) {
    int index = top();
    while (index > 0 && bitratesBps[index] > budgetBps) {
      index--;
    }
    return index;
  }
}
