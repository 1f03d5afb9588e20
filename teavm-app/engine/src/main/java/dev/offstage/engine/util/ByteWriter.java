package dev.offstage.engine.util;

/** Bytes behind each other in an array that grows, integers with the highest byte first. */
public final class ByteWriter {
  private byte[] data;
  private int size;

  /** Starts empty. */
  public ByteWriter() {
    this(256);
  }

  /**
   * Starts empty.
   *
   * @param room for so many bytes without growing
   */
  public ByteWriter(int room) {
    data = new byte[Math.max(16, room)];
  }

  /** How many bytes there are. */
  public int size() {
    return size;
  }

  /** The bytes themselves, from 0 to {@link #size()}, until the next one is written. */
  public byte[] array() {
    return data;
  }

  /** 8 bits. */
  public ByteWriter u8(int value) {
    reserve(1);
    data[size++] = (byte) value;
    return this;
  }

  /** 16 bits. */
  public ByteWriter u16(int value) {
    reserve(2);
    data[size++] = (byte) (value >> 8);
    data[size++] = (byte) value;
    return this;
  }

  /** 32 bits. */
  public ByteWriter u32(int value) {
    reserve(4);
    putU32(size, value);
    size += 4;
    return this;
  }

  /** 64 bits: an integer from 0 to 2^53. */
  public ByteWriter u64(double value) {
    double high = Math.floor(value / 4294967296.0);
    return u32((int) high).u32FromDouble(value - high * 4294967296.0);
  }

  /** 32 bits: an integer from 0 to 2^32 - 1. */
  public ByteWriter u32FromDouble(double value) {
    int high = (int) (value / 65536);
    return u16(high).u16((int) (value - high * 65536.0));
  }

  /** As many zeros. */
  public ByteWriter zeros(int count) {
    reserve(count);
    for (int i = 0; i < count; i++) {
      data[size++] = 0;
    }
    return this;
  }

  /** A part of an array. */
  public ByteWriter bytes(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, data, size, to - from);
    size += to - from;
    return this;
  }

  /** Characters of ASCII. */
  public ByteWriter ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      u8(text.charAt(i));
    }
    return this;
  }

  /** Overwrites 32 bits that were written before. */
  public void putU32(int at, int value) {
    data[at] = (byte) (value >> 24);
    data[at + 1] = (byte) (value >> 16);
    data[at + 2] = (byte) (value >> 8);
    data[at + 3] = (byte) value;
  }

  /** Forgets all behind the first {@code length} bytes. */
  public void truncate(int length) {
    size = length;
  }

  /** Forgets the first {@code count} bytes; the others move to the front. */
  public void discard(int count) {
    System.arraycopy(data, count, data, 0, size - count);
    size -= count;
  }

  /** A copy of all of it. */
  public byte[] toArray() {
    byte[] copy = new byte[size];
    System.arraycopy(data, 0, copy, 0, size);
    return copy;
  }

  private void reserve(int more) {
    if (data.length - size < more) {
      byte[] larger = new byte[Math.max(size + more, data.length * 2)];
      System.arraycopy(data, 0, larger, 0, size);
      data = larger;
    }
  }
}
