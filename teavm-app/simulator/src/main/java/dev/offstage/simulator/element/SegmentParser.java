package dev.offstage.simulator.element;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.media.Bytes;
import dev.offstage.simulator.media.SegmentTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segment parser loop (Media Source Extensions, section 3.5.1): segments come in pieces, and
 * frames are there as soon as their bytes are.
 */
final class SegmentParser {
  private byte[] head = new byte[0];
  private int receivedBytes;
  private @Nullable SegmentTag tag;
  private @Nullable Placement placement;

  /**
   * Takes in the next piece.
   *
   * @return whether it is well-formed so far
   * @throws IllegalStateException if it is to go elsewhere in the midst of a segment
   */
  boolean feed(Bytes data, Placement where) {
    if (isComplete()) {
      reset();
    }
    if (receivedBytes > 0 && !where.equals(placement)) {
      throw new IllegalStateException("another placement in the midst of " + tag);
    }
    placement = where;
    if (tag == null) {
      readHead(data);
    }
    receivedBytes += data.sizeBytes();
    if (tag == null) {
      return head.length < SegmentTag.LONGEST_TAG_BYTES;
    }
    return receivedBytes <= tag.sizeBytes();
  }

  /** The segment being parsed; null between segments and before its tag is there. */
  @Nullable SegmentTag tag() {
    return tag;
  }

  /** Whether all of the segment is there. */
  boolean isComplete() {
    return tag != null && receivedBytes == tag.sizeBytes();
  }

  /** The frames of the segment so far. */
  List<Block> frames() {
    SegmentTag segment = tag;
    if (segment == null || placement == null || segment.init()) {
      return List.of();
    }
    double part = (double) receivedBytes / segment.sizeBytes();
    return TrackBuffer.framesOf(segment, part, placement);
  }

  /** Forgets the segment being parsed. */
  void reset() {
    head = new byte[0];
    receivedBytes = 0;
    tag = null;
    placement = null;
  }

  private void readHead(Bytes data) {
    int wanted = SegmentTag.LONGEST_TAG_BYTES - head.length;
    byte[] more = data.copy(0, Math.min(wanted, data.sizeBytes()));
    byte[] longer = new byte[head.length + more.length];
    System.arraycopy(head, 0, longer, 0, head.length);
    System.arraycopy(more, 0, longer, head.length, more.length);
    head = longer;
    if (head.length == SegmentTag.LONGEST_TAG_BYTES) {
      tag = SegmentTag.read(head);
    }
  }
}
