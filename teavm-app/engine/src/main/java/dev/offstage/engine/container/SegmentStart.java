package dev.offstage.engine.container;

import dev.offstage.engine.media.Bytes;
import dev.offstage.engine.mp4.FragmentTime;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.mp4.TrackHeader;
import dev.offstage.engine.webm.ClusterTime;
import dev.offstage.engine.webm.WebmTracks;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads in a media segment itself when it starts, where no manifest says so. */
public final class SegmentStart {
  /** A {@code moof} that is not over by then is none, or has no time worth waiting for. */
  private static final int MOST_BYTES = 1 << 18;

  private SegmentStart() {}

  /** Whether there is any use in waiting for more of a segment. */
  public static boolean mayComeWith(int sizeBytes) {
    return sizeBytes < MOST_BYTES;
  }

  /**
   * The segment's time on its own timeline.
   *
   * @param init its init segment, or null where it begins with that itself
   * @param pieces of the segment, from its first byte on
   * @return seconds; NaN if these bytes do not say
   */
  public static double readS(@Nullable Bytes init, Iterable<Bytes> pieces) {
    return readS(init, pieces, false);
  }

  /** The same for the time at which the first frame is shown, which may be later. */
  public static double shownS(@Nullable Bytes init, Iterable<Bytes> pieces) {
    return readS(init, pieces, true);
  }

  private static double readS(@Nullable Bytes init, Iterable<Bytes> pieces, boolean shown) {
    byte[] start = join(pieces, MOST_BYTES);
    byte[] header = init == null ? start : init.copy(0, init.sizeBytes());
    if (WebmTracks.isWebm(header)) {
      return ClusterTime.startS(header, start);
    }
    List<TrackHeader> tracks = InitSegmentReader.tracks(header);
    return shown ? FragmentTime.shownS(start, tracks) : FragmentTime.startS(start, tracks);
  }

  /** The first bytes of some pieces, as far as they have come. */
  public static byte[] join(Iterable<Bytes> pieces, int mostBytes) {
    int size = 0;
    for (Bytes piece : pieces) {
      size = Math.min(mostBytes, size + piece.sizeBytes());
    }
    byte[] start = new byte[size];
    int at = 0;
    for (Iterator<Bytes> i = pieces.iterator(); i.hasNext() && at < size; ) {
      Bytes piece = i.next();
      byte[] part = piece.copy(0, Math.min(piece.sizeBytes(), size - at));
      System.arraycopy(part, 0, start, at, part.length);
      at += part.length;
    }
    return start;
  }
}
