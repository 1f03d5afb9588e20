package dev.offstage.engine.mp4;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.ByteRangeIndexBuilder;
import dev.offstage.engine.presentation.IndexStep;
import dev.offstage.engine.presentation.SegmentIndexReader;
import dev.offstage.engine.util.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code sidx} boxes, also where they refer to each other: in a tree, or in a chain. What
 * lies in bytes that are there already is not loaded again.
 */
public final class SidxReader implements SegmentIndexReader {
  /** References in all; 24 hours in segments of a second are a tenth of it. */
  private static final int MAX_REFERENCES = 1_000_000;

  private static final int MAX_LOADS = 1000;
  private static final int MAX_DEPTH = 16;

  /** The size of a box is known only when its header is there; most need no more than this. */
  private static final double GUESS_BYTES = 4096;

  private final ByteRange indexRange;
  private final ByteRangeIndexBuilder index;
  private final List<Cursor> open = new ArrayList<>();

  private byte[] data = new byte[0];
  private double dataOffset;
  private double wanted;
  private int loads;
  private int references;

  /**
   * @param indexRange where the first {@code sidx} is; boxes of other types before it are skipped
   * @param index takes the segments
   */
  public SidxReader(ByteRange indexRange, ByteRangeIndexBuilder index) {
    this.indexRange = indexRange;
    this.index = index;
    wanted = indexRange.first();
  }

  @Override
  public IndexStep.Load start() {
    return new IndexStep.Load(indexRange);
  }

  @Override
  public IndexStep read(ByteRange range, Bytes bytes) {
    if (++loads > MAX_LOADS) {
      throw malformed("sidx in too many pieces");
    }
    data = bytes.copy(0, bytes.sizeBytes());
    dataOffset = range.first();
    Box box = find();
    if (box == null || box.end() > data.length) {
      double end = box == null ? wanted + GUESS_BYTES : dataOffset + box.end();
      if (range.last() >= end - 1) {
        throw malformed("the file ends within a sidx");
      }
      return new IndexStep.Load(new ByteRange(wanted, end - 1));
    }
    return follow(box);
  }

  /** Goes through the references from a box on, as far as the data lasts. */
  private IndexStep follow(Box first) {
    Box box = first;
    while (box != null) {
      push(new Sidx(data, box, dataOffset));
      box = null;
      while (box == null && !open.isEmpty()) {
        Cursor top = open.get(open.size() - 1);
        if (top.isAtEnd()) {
          open.remove(open.size() - 1);
        } else if (top.isIndex()) {
          wanted = top.byteOffset;
          double size = top.sizeBytes();
          top.advance();
          box = find();
          if (box == null || box.end() > data.length) {
            double length = box == null ? Math.min(size, GUESS_BYTES) : box.end() - box.start();
            return new IndexStep.Load(new ByteRange(wanted, wanted + Math.max(16, length) - 1));
          }
        } else {
          addSegment(top);
        }
      }
    }
    return new IndexStep.Complete(index.build());
  }

  private void addSegment(Cursor cursor) {
    double start = cursor.startTicks;
    double firstByte = cursor.byteOffset;
    double size = cursor.sizeBytes();
    cursor.advance();
    if (size > 0) {
      index.add(start, cursor.startTicks, cursor.sidx.timescale, firstByte, firstByte + size - 1);
    }
  }

  private void push(Sidx sidx) {
    // A box that was another's last reference takes its place, so that chains need no depth.
    while (!open.isEmpty() && open.get(open.size() - 1).isAtEnd()) {
      open.remove(open.size() - 1);
    }
    references += sidx.count();
    if (open.size() == MAX_DEPTH || references > MAX_REFERENCES) {
      throw malformed("sidx with too many references");
    }
    open.add(new Cursor(sidx));
  }

  /** The {@code sidx} at or behind the wanted byte, or null if the data ends before its header. */
  private @Nullable Box find() {
    while (true) {
      double at = wanted - dataOffset;
      Box box = at < 0 || at > data.length ? null : Box.read(data, (int) at);
      if (box == null) {
        return null;
      }
      if (box.type() == Box.SIDX) {
        if (box.end() - box.start() > MAX_REFERENCES * 12.0) {
          throw malformed("sidx of a size that cannot be");
        }
        return box;
      }
      if (box.type() == Box.MOOF || box.type() == Box.MDAT || Double.isInfinite(box.end())) {
        throw malformed("no sidx but " + box.typeName());
      }
      wanted = dataOffset + box.end();
    }
  }

  private ParserException malformed(String what) {
    return ParserException.malformed(what, "byte " + Numbers.print(wanted));
  }

  /** A box that is being gone through. */
  private static final class Cursor {
    final Sidx sidx;
    double startTicks;
    double byteOffset;
    private int reference;

    Cursor(Sidx sidx) {
      this.sidx = sidx;
      startTicks = sidx.startTicks;
      byteOffset = sidx.firstByte;
    }

    boolean isAtEnd() {
      return reference == sidx.count();
    }

    boolean isIndex() {
      return sidx.isIndex(reference);
    }

    double sizeBytes() {
      return sidx.sizeBytes(reference);
    }

    void advance() {
      startTicks += sidx.durationTicks(reference);
      byteOffset += sidx.sizeBytes(reference);
      reference++;
    }
  }
}
