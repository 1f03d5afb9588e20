package dev.offstage.simulator.origin;

import dev.offstage.simulator.media.SegmentTag;
import dev.offstage.simulator.media.VirtualBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The segments of one Representation in one period. */
final class SegmentPlan {
  /** A segment has at least this many bytes: its tag must fit. */
  private static final int SMALLEST_BYTES = 400;

  private static final int INIT_BYTES = 800;

  /**
   * One media segment.
   *
   * @param nominalStartS where the manifest says it starts, from the start of the period
   */
  record Planned(double nominalStartS, double nominalEndS, SegmentTag tag) {}

  private final SegmentTag init;
  private final List<Planned> segments = new ArrayList<>();

  SegmentPlan(Movie movie, int period, double periodStartS, Track track, Rendition rendition) {
    String name = "p" + period + "/" + rendition.id();
    init = SegmentTag.ofInit(name, INIT_BYTES);
    Random random = new Random(movie.seed() * 31 + name.hashCode());
    double durationS = movie.periodsS().get(period);
    for (int i = 0; i * track.segmentS() < durationS - track.frameS() / 2; i++) {
      double nominalStart = i * track.segmentS();
      double nominalEnd = Math.min(durationS, nominalStart + track.segmentS());
      double start = onFrame(nominalStart, track);
      double end = onFrame(nominalEnd, track);
      for (Movie.Hole hole : movie.holes()) {
        double holeFrom = hole.fromS() - periodStartS;
        double holeTo = hole.toS() - periodStartS;
        if (hole.type() == track.type() && holeFrom < end && holeTo > start) {
          if (holeFrom > start) {
            end = onFrame(holeFrom, track);
          } else {
            start = Math.min(end, onFrame(holeTo, track));
          }
        }
      }
      double factor = 1 + movie.variability() * (2 * random.nextDouble() - 1);
      double bytes =
          i < rendition.segmentBytes().size()
              ? rendition.segmentBytes().get(i)
              : rendition.bandwidthBps() / 8.0 * (nominalEnd - nominalStart) * factor;
      int size = (int) Math.max(SMALLEST_BYTES, bytes);
      segments.add(
          new Planned(
              nominalStart,
              nominalEnd,
              new SegmentTag(
                  name,
                  false,
                  i,
                  movie.mediaStartS() + start,
                  movie.mediaStartS() + end,
                  track.gopS(),
                  track.frameS(),
                  size)));
    }
  }

  SegmentTag init() {
    return init;
  }

  List<Planned> segments() {
    return segments;
  }

  /** One file: the init segment, the index, the media. */
  MediaFile file(byte[] index) {
    List<VirtualBytes> pieces = new ArrayList<>();
    pieces.add(init.toBytes());
    pieces.add(VirtualBytes.of(index));
    for (Planned planned : segments) {
      pieces.add(planned.tag().toBytes());
    }
    return new MediaFile(pieces);
  }

  private static double onFrame(double timeS, Track track) {
    return Math.round(timeS / track.frameS()) * track.frameS();
  }
}
