package dev.offstage.engine.hls;

import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.util.Urls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A media playlist: segments in order, by position from 0 (RFC 8216bis, sections 4.4.3 and 4.4.4).
 * Immutable. Times are seconds on a timeline that starts with the first playlist and is carried on
 * by its reloads.
 */
public final class MediaPlaylist implements Playlist {
  private final String url;
  private final PlaylistHeader header;
  private final MediaInfo info;
  final SegmentColumns columns;
  final int from;
  final int to;

  /** The first row whose date is known, or {@link #to}. */
  final int firstDated;

  /** The last segment's line as it is in the text. */
  final String lastLine;

  MediaPlaylist(
      String url,
      PlaylistHeader header,
      MediaInfo info,
      SegmentColumns columns,
      int from,
      int to,
      int firstDated,
      String lastLine) {
    this.url = url;
    this.header = header;
    this.info = info;
    this.columns = columns;
    this.from = from;
    this.to = to;
    this.firstDated = firstDated;
    this.lastLine = lastLine;
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public int version() {
    return header.version();
  }

  public PlaylistHeader header() {
    return header;
  }

  /** All but the segments. */
  public MediaInfo info() {
    return info;
  }

  /** Whether nothing will be added: it says so, or it is of a type that does not change. */
  public boolean isComplete() {
    return info.ended() || info.type().equals("VOD");
  }

  /** How many segments there are, maybe none. */
  public int count() {
    return to - from;
  }

  /** The media sequence number of a segment. */
  public double mediaSequence(int position) {
    return info.mediaSequence() + position;
  }

  /** Where the first segment starts. */
  public double startS() {
    return count() == 0 ? 0 : columns.startS[from];
  }

  /** Where the last segment ends. */
  public double endS() {
    return count() == 0 ? 0 : columns.endS(to - 1);
  }

  /**
   * The position of the segment that holds {@code timeS}: the last one that starts at or before it,
   * 0 for times before the first one, {@link #count()} for times at or after the last one's end.
   */
  public int positionAt(double timeS) {
    return count() == 0 || timeS >= endS() ? count() : columns.floor(from, to, timeS) - from;
  }

  /** Where a segment starts. */
  public double startS(int position) {
    return columns.startS[row(position)];
  }

  /** How long a segment is said to be. */
  public double durationS(int position) {
    return columns.durationS[row(position)];
  }

  /** The URL of a segment, absolute. */
  public String segmentUrl(int position) {
    return Urls.resolve(url, columns.uri[row(position)]);
  }

  /** The bytes of a segment, or null for the whole resource. */
  public @Nullable ByteRange range(int position) {
    int row = row(position);
    double first = columns.firstByte[row];
    return Double.isNaN(first) ? null : new ByteRange(first, first + columns.lengthBytes[row] - 1);
  }

  /** The init segment of a segment, or null. */
  public @Nullable MediaMap map(int position) {
    return columns.map[row(position)];
  }

  /** How a segment is encrypted, one entry for each key format; empty where it is not. */
  public List<Key> keys(int position) {
    return columns.keys[row(position)];
  }

  /** The discontinuity sequence number of a segment. Timestamps go on only within one. */
  public int discontinuity(int position) {
    return columns.discontinuity[row(position)];
  }

  /**
   * When the first frame of a segment was, in milliseconds since the Unix epoch: as its {@code
   * EXT-X-PROGRAM-DATE-TIME} says, or carried on from another segment's; NaN where none says.
   */
  public double programDateTimeMs(int position) {
    int row = row(position);
    double before = firstDated > row && firstDated < to ? columns.startS[firstDated] : Double.NaN;
    return Double.isNaN(before)
        ? columns.dateMs[row]
        : columns.dateMs[firstDated] - (before - columns.startS[row]) * 1000;
  }

  /** Bits per second of a segment, roughly; 0 where the playlist does not say. */
  public double bitrateBps(int position) {
    return columns.bitrateBps[row(position)];
  }

  /** Whether a segment is missing and must not be asked for. */
  public boolean isGap(int position) {
    return columns.gap[row(position)];
  }

  private int row(int position) {
    if (position < 0 || position >= count()) {
      throw new IndexOutOfBoundsException("segment " + position + " of " + count());
    }
    return from + position;
  }
}
