package dev.offstage.engine.webm;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.presentation.ByteRangeIndexBuilder;
import dev.offstage.engine.presentation.IndexStep;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.SegmentAddressing.Indexed;
import dev.offstage.engine.presentation.SegmentIndexReader;
import dev.offstage.engine.util.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Cues} (RFC 9559, section 5.1.5). A segment goes from one cluster that a cue points
 * at to the next. The file's header is read as well: positions and times are relative to it.
 */
public final class CuesReader implements SegmentIndexReader {
  private static final int CUES = 0x1C53BB6B;
  private static final int CUE_POINT = 0xBB;
  private static final int CUE_TIME = 0xB3;
  private static final int CUE_TRACK_POSITIONS = 0xB7;
  private static final int CUE_CLUSTER_POSITION = 0xF1;

  /** Where the manifest does not say where the header ends, it is within so many bytes. */
  private static final double HEADER_BYTES = 16384;

  /** Header and index are loaded as one where there is at most so much in all. */
  private static final double ONE_LOAD_BYTES = 131072;

  private static final double MAX_CUES_BYTES = 16e6;

  private final ByteRange headerRange;
  private final ByteRange indexRange;
  private final ByteRangeIndexBuilder index;
  private @Nullable WebmHeader header;

  private double pendingTime = Double.NaN;
  private double pendingPosition;

  /**
   * @param init the init segment of the Representation, or null
   * @param indexed where the cues are
   * @param index takes the segments
   */
  public CuesReader(@Nullable InitSegment init, Indexed indexed, ByteRangeIndexBuilder index) {
    ByteRange range = init != null && init.url().equals(indexed.url()) ? init.range() : null;
    headerRange = range == null ? new ByteRange(0, HEADER_BYTES - 1) : range;
    indexRange = indexed.indexRange();
    this.index = index;
  }

  @Override
  public IndexStep.Load start() {
    double last = Math.max(headerRange.last(), indexRange.last());
    boolean together =
        headerRange.first() <= indexRange.first() && last - headerRange.first() < ONE_LOAD_BYTES;
    return new IndexStep.Load(together ? new ByteRange(headerRange.first(), last) : headerRange);
  }

  @Override
  public IndexStep read(ByteRange range, Bytes bytes) {
    byte[] data = bytes.copy(0, bytes.sizeBytes());
    WebmHeader known = header;
    if (known == null) {
      known = WebmHeader.read(data, range.first());
      header = known;
    }
    double at = indexRange.first() - range.first();
    if (at < 0 || range.last() < indexRange.last()) {
      return new IndexStep.Load(indexRange);
    }
    Ebml cues = at < data.length ? Ebml.read(data, (int) at, data.length) : null;
    if (cues == null || cues.id() != CUES || cues.end() - at > MAX_CUES_BYTES) {
      throw malformed("no Cues", indexRange.first());
    }
    if (cues.end() > data.length) {
      double last = range.first() + cues.end() - 1;
      if (range.last() >= last) {
        throw malformed("the file ends within the Cues", range.first() + data.length);
      }
      return new IndexStep.Load(new ByteRange(indexRange.first(), last));
    }
    readCues(data, cues, range.first(), known);
    return new IndexStep.Complete(index.build());
  }

  private void readCues(byte[] data, Ebml cues, double fileOffset, WebmHeader known) {
    int end = (int) cues.end();
    double at = cues.bodyStart();
    while (at < end) {
      Ebml point = Ebml.read(data, (int) at, end);
      if (point == null || point.end() > end) {
        throw malformed("Cues", fileOffset + at);
      }
      if (point.id() == CUE_POINT) {
        double time = find(data, point, CUE_TIME, 0);
        double position = find(data, point, CUE_TRACK_POSITIONS, CUE_CLUSTER_POSITION);
        if (!(time >= 0 && position <= Numbers.MAX_INTEGER)) {
          throw malformed("CuePoint", fileOffset + at);
        }
        addCue(time, known.segmentStart() + position, known);
      }
      at = point.end();
    }
    if (!Double.isNaN(pendingTime)) {
      double duration = known.durationTicks();
      double endTicks = duration > pendingTime ? duration : Double.POSITIVE_INFINITY;
      double cuesStart = indexRange.first();
      double behind = cuesStart > pendingPosition ? cuesStart : known.segmentEnd();
      index.add(
          pendingTime,
          endTicks,
          known.ticksPerSecond(),
          pendingPosition,
          behind > pendingPosition ? behind - 1 : ByteRange.OPEN_END);
    }
  }

  /** Adds the segment that ends where this one starts. */
  private void addCue(double time, double position, WebmHeader known) {
    if (!Double.isNaN(pendingTime)) {
      if (position == pendingPosition) {
        // Another cue, perhaps of another track, into the same cluster.
        return;
      }
      if (position < pendingPosition) {
        throw malformed("Cues out of order", indexRange.first());
      }
      index.add(pendingTime, time, known.ticksPerSecond(), pendingPosition, position - 1);
    }
    pendingTime = time;
    pendingPosition = position;
  }

  /** The number in the first child, or in the first grandchild, of an id; NaN without it. */
  private static double find(byte[] data, Ebml parent, int id, int grandchildId) {
    int end = (int) parent.end();
    Ebml child = Ebml.read(data, parent.bodyStart(), end);
    while (child != null && child.end() <= end) {
      if (child.id() == id) {
        return grandchildId == 0 ? child.unsigned(data) : find(data, child, grandchildId, 0);
      }
      child = Ebml.read(data, (int) child.end(), end);
    }
    return Double.NaN;
  }

  private static ParserException malformed(String what, double at) {
    return ParserException.malformed(what, "byte " + Numbers.print(at));
  }
}
