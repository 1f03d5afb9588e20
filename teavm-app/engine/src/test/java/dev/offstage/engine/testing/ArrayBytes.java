package dev.offstage.engine.testing;

import dev.offstage.engine.media.Bytes;
import java.util.Arrays;

/** Media data in an array. */
public record ArrayBytes(byte[] data) implements Bytes {
  @Override
  public int sizeBytes() {
    return data.length;
  }

  @Override
  public byte[] copy(int from, int to) {
    if (from < 0 || to > data.length || from > to) {
      throw new IndexOutOfBoundsException(from + "-" + to + " of " + data.length);
    }
    return Arrays.copyOfRange(data, from, to);
  }

  @Override
  public Bytes slice(int from, int to) {
    return new ArrayBytes(copy(from, to));
  }
}
