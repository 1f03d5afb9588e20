package dev.offstage.engine.media;

/** Media data that was made in Java, in an array of its own that nobody changes any more. */
public final class HeapBytes implements Bytes {
  private final byte[] data;

  /**
   * @param data handed over
   */
  public HeapBytes(byte[] data) {
    this.data = data;
  }

  /**
   * All of it, to be handed to the platform. Neither it nor these bytes are to be used afterwards.
   */
  public byte[] handOver() {
    return data;
  }

  @Override
  public int sizeBytes() {
    return data.length;
  }

  @Override
  public byte[] copy(int from, int to) {
    if (from < 0 || to < from || to > data.length) {
      throw new IndexOutOfBoundsException(from + "-" + to + " of " + data.length);
    }
    byte[] copy = new byte[to - from];
    System.arraycopy(data, from, copy, 0, copy.length);
    return copy;
  }

  @Override
  public Bytes slice(int from, int to) {
    return new HeapBytes(copy(from, to));
  }
}
