package dev.offstage.engine.hls;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.util.Urls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a media playlist while it is being read: what tags say of the next one, what
 * holds for all that follow, and the rows themselves, shared with the playlist before wherever they
 * can be.
 */
final class SegmentList {
  /** Nobody has so many key systems; it bounds the work that a playlist can make. */
  private static final int MAX_KEY_FORMATS = 16;

  /** Nobody misses more segments than that, days of them: their numbers have begun anew. */
  static final double MOST_MISSED = 100_000;

  /** So many ends of lines are looked at in text that is taken for known. */
  private static final int PROBES = 16;

  private final String url;
  private final @Nullable MediaPlaylist previous;
  private SegmentColumns columns = new SegmentColumns(64);
  private int from;
  private int to;
  private int firstDated = -1;
  private double mediaSequence;
  private String lastLine = "";

  /** Where the text that is being read lies on the count of {@link SegmentColumns#textEnd}. */
  private int textShift;

  // What has been said of the next segment.
  double nextDurationS = Double.NaN;
  double nextDateMs = Double.NaN;
  boolean nextIsGap;
  private @Nullable String nextRange;

  // What holds until something else is said.
  int discontinuity;
  double bitrateBps;
  private List<Key> keys = List.of();
  private @Nullable MediaMap map;

  /** The resource that was last read from, as it is written, and where that ended. */
  private @Nullable String rangedUri;

  private double rangeEnd;

  /** As for segments; files have been seen that begin with the init segment and go on from it. */
  private @Nullable String mapUri;

  private double mapEnd;

  SegmentList(String url, @Nullable MediaPlaylist previous) {
    this.url = url;
    this.previous = previous;
  }

  @Nullable MediaPlaylist previous() {
    return previous;
  }

  /** Takes {@code EXT-X-MEDIA-SEQUENCE}. */
  void begin(double firstMediaSequence, LineScanner line) {
    if (to > from) {
      throw line.malformed("EXT-X-MEDIA-SEQUENCE behind a segment");
    }
    mediaSequence = firstMediaSequence;
  }

  /** Takes {@code EXT-X-DISCONTINUITY-SEQUENCE}. */
  void beginDiscontinuity(double first, LineScanner line) {
    if (to > from || discontinuity > 0) {
      throw line.malformed("EXT-X-DISCONTINUITY-SEQUENCE behind a segment");
    }
    discontinuity = (int) Math.min(first, 1 << 30);
  }

  /** Takes {@code EXT-X-BYTERANGE}. */
  void nextRange(String text, LineScanner line) {
    nextRange = text;
    ByteRanges.parse(text, 0, line.where());
  }

  /** Takes {@code EXT-X-KEY}; null for {@code METHOD=NONE}. */
  void setKey(@Nullable Key key, AttributeList tag) {
    if (key == null) {
      keys = List.of();
      return;
    }
    List<Key> changed = new ArrayList<>();
    for (Key other : keys) {
      if (!other.keyFormat().equals(key.keyFormat())) {
        changed.add(other);
      }
    }
    changed.add(key);
    if (changed.size() > MAX_KEY_FORMATS) {
      throw ParserException.unsupported("so many key formats", tag.where());
    }
    keys = Key.areSame(changed, keys) ? keys : List.copyOf(changed);
  }

  /** Takes {@code EXT-X-MAP}. */
  void setMap(AttributeList tag) {
    String uri = tag.required("URI");
    String text = tag.text("BYTERANGE");
    ByteRange range = text == null ? null : ByteRanges.parse(text, 0, tag.where());
    MediaMap changed = new MediaMap(Urls.resolve(url, uri), range, keys);
    map = MediaMap.areSame(changed, map) ? map : changed;
    mapUri = range == null ? null : uri;
    mapEnd = range == null ? Double.NaN : range.last() + 1;
  }

  /** The media sequence number that the next segment will have. */
  double nextMediaSequence() {
    return mediaSequence + (to - from);
  }

  /** Where the next segment will start. */
  double nextStartS(double targetDurationS) {
    if (to > from) {
      return columns.endS(to - 1);
    }
    if (previous == null || previous.count() == 0) {
      return 0;
    }
    double position = mediaSequence - previous.info().mediaSequence();
    if (position < 0 || position > previous.count() + MOST_MISSED) {
      return 0; // numbered anew: another timeline
    }
    if (position < previous.count()) {
      return previous.startS((int) position);
    }
    double missed = position - previous.count();
    return previous.endS() + missed * (Double.isNaN(targetDurationS) ? 0 : targetDurationS);
  }

  /**
   * Takes a segment.
   *
   * @param text its line as it is
   * @param uri the line with variables put in
   */
  void add(String text, String uri, double targetDurationS, LineScanner line) {
    if (Double.isNaN(nextDurationS)) {
      throw line.malformed("a segment without EXTINF");
    }
    ByteRange range = null;
    if (nextRange != null) {
      double follows = uri.equals(rangedUri) ? rangeEnd : uri.equals(mapUri) ? mapEnd : Double.NaN;
      range = ByteRanges.parse(nextRange, follows, line.where());
    }
    rangedUri = range == null ? null : uri;
    rangeEnd = range == null ? Double.NaN : range.last() + 1;
    mapUri = null;
    double dateMs = nextDateMs;
    if (Double.isNaN(dateMs) && to > from) {
      dateMs = columns.dateMs[to - 1] + columns.durationS[to - 1] * 1000;
    }
    double startS = nextStartS(targetDurationS);
    boolean isKnown = to < columns.count && columns.uri[to].equals(uri);
    if (!isKnown && (to < columns.count || columns.isFull())) {
      columns = columns.copy(from, to);
      firstDated -= firstDated < 0 ? 0 : from;
      to -= from;
      from = 0;
    }
    if (isKnown) {
      textShift = columns.textEnd[to] - line.endOffset();
    } else {
      int row = columns.count++;
      columns.startS[row] = startS;
      columns.durationS[row] = nextDurationS;
      columns.uri[row] = uri;
      columns.firstByte[row] = range == null ? Double.NaN : range.first();
      columns.lengthBytes[row] = range == null ? Double.NaN : range.lengthBytes();
      columns.map[row] = map;
      columns.keys[row] = keys;
      columns.discontinuity[row] = discontinuity;
      columns.dateMs[row] = dateMs;
      columns.bitrateBps[row] = range == null ? bitrateBps : 0;
      columns.gap[row] = nextIsGap;
      columns.textEnd[row] = textShift + line.endOffset();
    }
    if (firstDated < 0 && !Double.isNaN(dateMs)) {
      firstDated = to;
    }
    to++;
    lastLine = text;
    nextDurationS = Double.NaN;
    nextDateMs = Double.NaN;
    nextIsGap = false;
    nextRange = null;
  }

  /** Takes {@code EXT-X-SKIP}: so many segments are those of the playlist before. */
  void skip(double count, AttributeList tag) {
    double position = previous == null ? -1 : mediaSequence - previous.info().mediaSequence();
    if (previous == null
        || to > from
        || !(position >= 0 && count >= 1 && position + count <= previous.count())) {
      throw ParserException.malformed("a delta update of another playlist", tag.where());
    }
    int first = previous.from + (int) position;
    continueBehind(previous, first, first + (int) count);
  }

  /**
   * The first segment has been read. If it was in the playlist before, and that one's last segment
   * is in this text at the place where it has to be, then all between is as it was and is not read
   * again: a server may only add segments at the end and remove them at the start (section 6.2.1).
   *
   * @return whether anything is left out
   */
  boolean leaveOutKnown(LineScanner line) {
    if (previous == null || columns == previous.columns || to - from != 1) {
      return false;
    }
    double position = mediaSequence - previous.info().mediaSequence();
    if (!(position >= 0 && position < previous.count() - 1) || !isAscii(previous.lastLine)) {
      return false;
    }
    SegmentColumns known = previous.columns;
    int first = previous.from + (int) position;
    int last = previous.to - 1;
    int shift = line.endOffset() - known.textEnd[first];
    if (!columns.isSame(from, known, first)
        || !line.hasLine(previous.lastLine, known.textEnd[last] + shift)) {
      return false;
    }
    for (int i = 1; i < PROBES; i++) {
      int row = first + (int) ((double) (last - first) * i / PROBES);
      if (!line.isLineEnd(known.textEnd[row] + shift)) {
        return false;
      }
    }
    continueBehind(previous, first, last + 1);
    textShift = -shift;
    lastLine = previous.lastLine;
    line.jumpTo(known.textEnd[last] + shift);
    return true;
  }

  MediaPlaylist build(PlaylistHeader header, MediaInfo info) {
    return new MediaPlaylist(
        url, header, info, columns, from, to, firstDated < 0 ? to : firstDated, lastLine);
  }

  /** Takes rows of the playlist before for those read so far, and goes on behind them. */
  private void continueBehind(MediaPlaylist before, int firstRow, int endRow) {
    columns = before.columns;
    from = firstRow;
    to = endRow;
    int dated = Math.max(firstRow, before.firstDated);
    firstDated = dated < endRow ? dated : -1;
    int last = endRow - 1;
    keys = columns.keys[last];
    map = columns.map[last];
    discontinuity = columns.discontinuity[last];
    bitrateBps = columns.bitrateBps[last];
    double lengthBytes = columns.lengthBytes[last];
    rangedUri = Double.isNaN(lengthBytes) ? null : columns.uri[last];
    rangeEnd = columns.firstByte[last] + lengthBytes;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
