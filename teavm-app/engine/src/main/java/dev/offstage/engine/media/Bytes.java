package dev.offstage.engine.media;

/**
 * Media data at rest, outside Java's heap where the platform keeps it there. Java copies out only
 * the headers that it parses, in bulk.
 */
public interface Bytes {
  /** No data at all. */
  Bytes EMPTY =
      new Bytes() {
        @Override
        public int sizeBytes() {
          return 0;
        }

        @Override
        public byte[] copy(int from, int to) {
          return new byte[0];
        }

        @Override
        public Bytes slice(int from, int to) {
          return this;
        }
      };

  /** How many bytes there are. */
  int sizeBytes();

  /**
   * Copies a range out.
   *
   * @param from the first byte, from 0
   * @param to behind the last byte, at most {@link #sizeBytes()}
   * @return a new array that the caller owns
   * @throws IndexOutOfBoundsException if the range does not lie within the data
   */
  byte[] copy(int from, int to);

  /**
   * A range as data of its own, which stays outside Java's heap.
   *
   * @param from the first byte, from 0
   * @param to behind the last byte, at most {@link #sizeBytes()}
   * @throws IndexOutOfBoundsException if the range does not lie within the data
   */
  Bytes slice(int from, int to);
}
