package dev.offstage.engine.mp4;

import dev.offstage.engine.util.ByteWriter;

/**
 * Samples in decoding order that wait to be written: their data one behind the other, and a row of
 * numbers for each.
 */
public final class SampleTable {
  private static final int FIRST_ROOM = 64;

  private final ByteWriter data = new ByteWriter(4096);
  private double[] decodeTicks = new double[FIRST_ROOM];
  private double[] showTicks = new double[FIRST_ROOM];
  private int[] sizes = new int[FIRST_ROOM];
  private boolean[] keys = new boolean[FIRST_ROOM];
  private int count;
  private int totalBytes;

  /** Takes the data of the next sample; more than samples have been added for is not theirs. */
  public ByteWriter data() {
    return data;
  }

  /** How many bytes of {@link #data()} belong to samples. */
  public int totalBytes() {
    return totalBytes;
  }

  /** How many samples. */
  public int count() {
    return count;
  }

  /**
   * Adds a sample, of which the data that belongs to no sample yet is.
   *
   * @param decodeTicks when it is decoded, an integer
   * @param showTicks when it is shown, an integer
   * @param isKey whether decoding can start with it
   */
  public void add(double decodeTicks, double showTicks, boolean isKey) {
    if (count == sizes.length) {
      grow();
    }
    this.decodeTicks[count] = decodeTicks;
    this.showTicks[count] = showTicks;
    sizes[count] = data.size() - totalBytes;
    keys[count] = isKey;
    count++;
    totalBytes = data.size();
  }

  /** Gives the data that belongs to no sample yet to the last one. */
  public void extendLast() {
    sizes[count - 1] += data.size() - totalBytes;
    totalBytes = data.size();
  }

  /** Forgets the data that belongs to no sample yet. */
  public void dropLoose() {
    data.truncate(totalBytes);
  }

  /** When a sample is decoded. */
  public double decodeTicks(int sample) {
    return decodeTicks[sample];
  }

  /** When a sample is shown. */
  public double showTicks(int sample) {
    return showTicks[sample];
  }

  /** Says anew when a sample is decoded. */
  public void setDecodeTicks(int sample, double ticks) {
    decodeTicks[sample] = ticks;
  }

  /** How long a sample is. */
  public int sizeBytes(int sample) {
    return sizes[sample];
  }

  /** Whether decoding can start with a sample. */
  public boolean isKey(int sample) {
    return keys[sample];
  }

  /** Forgets the first samples and their data. */
  public void removeFirst(int samples) {
    int bytes = 0;
    for (int i = 0; i < samples; i++) {
      bytes += sizes[i];
    }
    int left = count - samples;
    System.arraycopy(decodeTicks, samples, decodeTicks, 0, left);
    System.arraycopy(showTicks, samples, showTicks, 0, left);
    System.arraycopy(sizes, samples, sizes, 0, left);
    System.arraycopy(keys, samples, keys, 0, left);
    data.discard(bytes);
    count = left;
    totalBytes -= bytes;
  }

  private void grow() {
    int room = count * 2;
    double[] moreDecode = new double[room];
    System.arraycopy(decodeTicks, 0, moreDecode, 0, count);
    decodeTicks = moreDecode;
    double[] moreShow = new double[room];
    System.arraycopy(showTicks, 0, moreShow, 0, count);
    showTicks = moreShow;
    int[] moreSizes = new int[room];
    System.arraycopy(sizes, 0, moreSizes, 0, count);
    sizes = moreSizes;
    boolean[] moreKeys = new boolean[room];
    System.arraycopy(keys, 0, moreKeys, 0, count);
    keys = moreKeys;
  }
}
