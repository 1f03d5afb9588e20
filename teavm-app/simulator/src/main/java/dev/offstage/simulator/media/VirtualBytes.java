package dev.offstage.simulator.media;

import dev.offstage.engine.media.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Data of a real size that takes no room: the parts that matter stand in arrays, all else is zeros.
 */
public final class VirtualBytes implements Bytes {
  /** Bytes that stand somewhere in the data. */
  private record Part(int at, byte[] bytes) {}

  private final List<Part> parts;
  private final int from;
  private final int size;

  private VirtualBytes(List<Part> parts, int from, int size) {
    this.parts = parts;
    this.from = from;
    this.size = size;
  }

  /** Just these bytes. */
  public static VirtualBytes of(byte[] bytes) {
    return new VirtualBytes(List.of(new Part(0, bytes)), 0, bytes.length);
  }

  /** The UTF-8 of a text. */
  public static VirtualBytes of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text, and zeros up to {@code sizeBytes}, which is at least the text's length. */
  public static VirtualBytes of(String head, int sizeBytes) {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > sizeBytes) {
      throw new IllegalArgumentException(bytes.length + " bytes do not fit in " + sizeBytes);
    }
    return new VirtualBytes(List.of(new Part(0, bytes)), 0, sizeBytes);
  }

  /** One after the other. */
  public static VirtualBytes concat(List<VirtualBytes> pieces) {
    List<Part> all = new ArrayList<>();
    int at = 0;
    for (VirtualBytes piece : pieces) {
      for (Part part : piece.parts) {
        all.add(new Part(at + part.at() - piece.from, part.bytes()));
      }
      at += piece.size;
    }
    return new VirtualBytes(all, 0, at);
  }

  @Override
  public int sizeBytes() {
    return size;
  }

  @Override
  public byte[] copy(int from, int to) {
    check(from, to);
    byte[] copy = new byte[to - from];
    int origin = this.from + from;
    for (Part part : parts) {
      int first = Math.max(part.at(), origin);
      int end = Math.min(part.at() + part.bytes().length, origin + copy.length);
      if (first < end) {
        System.arraycopy(part.bytes(), first - part.at(), copy, first - origin, end - first);
      }
    }
    return copy;
  }

  @Override
  public VirtualBytes slice(int from, int to) {
    check(from, to);
    return new VirtualBytes(parts, this.from + from, to - from);
  }

  private void check(int from, int to) {
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException(from + "-" + to + " of " + size);
    }
  }
}
