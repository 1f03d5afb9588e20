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
  private boolean recognised;
  private @Nullable SegmentTag tag;
  private @Nullable Placement placement;
  private double endS = Double.NEGATIVE_INFINITY;

  /**
   * Takes in the next piece.
   *
   * @param where another place in the midst of a segment means that the rest of it will not come
   * @return whether it is well-formed so far
   */
  boolean feed(Bytes data, Placement where) {
    if (isComplete() || !where.equals(placement)) {
      reset();
    }
    placement = where;
    recognised = false;
    if (tag == null) {
      readHead(data);
      recognised = tag != null;
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

  /** Whether what comes next is not the rest of a segment. */
  boolean isBetweenSegments() {
    return tag == null ? head.length == 0 : isComplete();
  }

  /** Whether all of the segment is there. */
  boolean isComplete() {
    return tag != null && receivedBytes == tag.sizeBytes();
  }

  /** Whether the last piece is the one that said what the segment is. */
  boolean hasJustBegun() {
    return recognised;
  }

  /** Where the frames ended of which {@link #frames} has told already. */
  double toldToS() {
    return endS;
  }

  /** The frames of the segment so far. */
  List<Block> frames() {
    SegmentTag segment = tag;
    if (segment == null || placement == null || segment.init()) {
      return List.of();
    }
    double part = (double) receivedBytes / segment.sizeBytes();
    List<Block> frames = TrackBuffer.framesOf(segment, part, placement);
    if (!frames.isEmpty()) {
      endS = frames.get(frames.size() - 1).endS();
    }
    return frames;
  }

  /** Forgets the segment being parsed. */
  void reset() {
    head = new byte[0];
    receivedBytes = 0;
    tag = null;
    placement = null;
    endS = Double.NEGATIVE_INFINITY;
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
