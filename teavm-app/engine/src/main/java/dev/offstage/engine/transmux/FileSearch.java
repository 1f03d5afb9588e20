package dev.offstage.engine.transmux;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.mpegts.TsDemuxer;
import dev.offstage.engine.presentation.ByteRangeIndex;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.presentation.SegmentSearch;
import dev.offstage.engine.util.Lists;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a transport stream that lies in one file into pieces of some seconds, each of which begins
 * with a picture that decoding can start with. Where those lie is found by a guess at the byte that
 * a moment is at, between two places that are known, and by reading on from there.
 *
 * <p>First it is told what is at the file's start and at its end ({@link #takeHead}, {@link
 * #takeTail}); where that cannot be, all of the file is one piece.
 */
public final class FileSearch implements SegmentSearch {
  private static final double PIECE_S = 4;
  private static final double LEAST_PIECE_BYTES = 65536;

  /** Parameter sets stand in front of the first key frame. */
  private static final double PARAMETER_SET_BYTES = 16 * TsDemuxer.PACKET_BYTES;

  /** A place where a piece can begin. */
  private static final class Place {
    final double firstByte;
    final double timeS;

    /** From here to the next place there is no other. */
    double clearFromByte;

    Place(double firstByte, double timeS, double clearFromByte) {
      this.firstByte = firstByte;
      this.timeS = timeS;
      this.clearFromByte = clearFromByte;
    }
  }

  private final Address address;
  private final RandomAccessFinder finder = new RandomAccessFinder();
  private final List<Place> places = new ArrayList<>();
  private @Nullable SegmentIndex index;
  private double startS = Double.NaN;
  private double initBytes;
  private double pieceBytes = Double.POSITIVE_INFINITY;

  /** Behind which place another one is being looked for; null while none is. */
  private @Nullable Place before;

  private double searchedFromByte;
  private double wantedFromByte;
  private double nextByte;
  private double wantedToByte;
  private double expectedS;

  /**
   * @param address of the file
   */
  public FileSearch(Address address) {
    this.address = address;
    finder.begin(0, Double.NaN);
  }

  /**
   * Takes the file's first bytes.
   *
   * @return whether they say when the stream starts
   */
  public boolean takeHead(Bytes piece) {
    if (finder.take(piece)) {
      startS = finder.pictureS();
      initBytes = finder.foundByte() + PARAMETER_SET_BYTES;
    }
    return !Double.isNaN(startS);
  }

  /** The stream's own time at its start, in seconds; NaN while unknown. */
  public double startS() {
    return startS;
  }

  /** How many bytes from the file's start say what is in it. */
  public double initBytes() {
    return initBytes;
  }

  /** The file's last bytes are what {@link #takeTail} takes from now on. */
  public void beginTail(double firstByte) {
    // Half a round of the clock ahead: whatever comes is then taken for later than the start.
    finder.begin(firstByte, startS + Transmuxer.WRAP_S / 2);
  }

  /** Takes more of the file's last bytes. */
  public void takeTail(Bytes piece) {
    finder.take(piece);
  }

  /**
   * The file can be cut.
   *
   * @param sizeBytes of the file
   * @return how long the stream is, in seconds; NaN where the tail does not say
   */
  public double endTail(double sizeBytes) {
    double durationS = finder.endS() - startS;
    if (durationS > 0) {
      begin(sizeBytes, durationS);
      pieceBytes = Math.max(LEAST_PIECE_BYTES, sizeBytes / durationS * PIECE_S);
    }
    return durationS;
  }

  /**
   * The file cannot be cut.
   *
   * @param durationS how long it is about
   */
  public void takeAsWhole(double durationS) {
    begin(Double.POSITIVE_INFINITY, durationS);
  }

  private void begin(double sizeBytes, double durationS) {
    places.add(new Place(0, 0, sizeBytes));
    places.add(new Place(sizeBytes, durationS, sizeBytes));
  }

  @Override
  public SegmentIndex index() {
    SegmentIndex known = index;
    if (known == null) {
      int count = places.size() - 1;
      double[] startsS = new double[count];
      double[] endsS = new double[count];
      double[] firstBytes = new double[count];
      double[] lastBytes = new double[count];
      for (int i = 0; i < count; i++) {
        startsS[i] = places.get(i).timeS;
        endsS[i] = places.get(i + 1).timeS;
        firstBytes[i] = places.get(i).firstByte;
        lastBytes[i] = i + 1 == count ? ByteRange.OPEN_END : places.get(i + 1).firstByte - 1;
      }
      known =
          new ByteRangeIndex(
              address, startsS, endsS, firstBytes, lastBytes, Double.POSITIVE_INFINITY);
      index = known;
    }
    return known;
  }

  @Override
  public @Nullable ByteRange wantedAt(double timeS) {
    int at = places.size() - 2;
    while (at > 0 && places.get(at).timeS > timeS) {
      at--;
    }
    Place from = places.get(at);
    Place to = places.get(at + 1);
    double openBytes = from.clearFromByte - from.firstByte;
    if (!(openBytes > 2 * pieceBytes)) {
      return null;
    }
    if (from != before) {
      double part = Math.min(1, (timeS - from.timeS) / (to.timeS - from.timeS));
      double guessBytes = part * (to.firstByte - from.firstByte);
      // Near a place that is known its piece's end is wanted, else a place before the moment.
      double aheadBytes = guessBytes < 2 * pieceBytes ? pieceBytes : guessBytes - pieceBytes;
      aheadBytes = Math.min(aheadBytes, openBytes - pieceBytes);
      aheadBytes = Math.floor(aheadBytes / TsDemuxer.PACKET_BYTES) * TsDemuxer.PACKET_BYTES;
      before = from;
      searchedFromByte = from.firstByte + aheadBytes;
      nextByte = searchedFromByte;
      expectedS = startS + timeS;
      finder.begin(nextByte, expectedS);
    }
    wantedFromByte = nextByte;
    wantedToByte = Math.min(nextByte + pieceBytes, from.clearFromByte);
    return new ByteRange(wantedFromByte, wantedToByte - 1);
  }

  @Override
  public boolean take(Bytes piece) {
    Place from = before;
    if (from == null) {
      return true;
    }
    nextByte += piece.sizeBytes();
    if (!finder.take(piece)) {
      return false;
    }
    double clearFromByte = from.clearFromByte;
    clear(from);
    int at = Lists.indexOfSame(places, from) + 1;
    double timeS = finder.completeS() - startS;
    // Where the stream's clock leaps, there is no telling where a moment is.
    if (timeS > from.timeS && timeS < places.get(at).timeS && finder.foundByte() < clearFromByte) {
      places.add(at, new Place(finder.foundByte(), timeS, clearFromByte));
      index = null;
    }
    return true;
  }

  @Override
  public void restart() {
    nextByte = wantedFromByte;
    finder.begin(nextByte, expectedS);
  }

  @Override
  public void end() {
    Place from = before;
    if (from != null && (nextByte < wantedToByte || nextByte >= from.clearFromByte)) {
      clear(from);
    }
  }

  /** Nothing lies between where the search began and the next place. */
  private void clear(Place from) {
    from.clearFromByte = searchedFromByte;
    before = null;
  }
}
