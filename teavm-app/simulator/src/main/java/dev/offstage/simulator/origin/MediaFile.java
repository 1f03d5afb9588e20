package dev.offstage.simulator.origin;

import dev.offstage.simulator.media.VirtualBytes;
import java.util.ArrayList;
import java.util.List;

/** A file of pieces one after the other, which may be larger than any answer can be. */
final class MediaFile {
  private final List<VirtualBytes> pieces;
  private final long sizeBytes;

  MediaFile(List<VirtualBytes> pieces) {
    this.pieces = List.copyOf(pieces);
    long sum = 0;
    for (VirtualBytes piece : pieces) {
      sum += piece.sizeBytes();
    }
    sizeBytes = sum;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /**
   * A part of it.
   *
   * @throws ArithmeticException if that is more than an answer can hold
   */
  VirtualBytes slice(long from, long to) {
    Math.toIntExact(to - from);
    List<VirtualBytes> slices = new ArrayList<>();
    long at = 0;
    for (VirtualBytes piece : pieces) {
      long first = Math.max(from, at);
      long end = Math.min(to, at + piece.sizeBytes());
      if (first < end) {
        slices.add(piece.slice((int) (first - at), (int) (end - at)));
      }
      at += piece.sizeBytes();
    }
    return slices.size() == 1 ? slices.get(0) : VirtualBytes.concat(slices);
  }
}
