package dev.offstage.engine.mp4;

import java.util.List;

/** Reads when a media segment starts, on its own timeline. */
public final class FragmentTime {
  private FragmentTime() {}

  /**
   * The decode time of the first sample: the earliest of all tracks' {@code tfdt} in the first
   * {@code moof} (ISO/IEC 14496-12, section 8.8.12).
   *
   * @param start the segment from its first byte on
   * @param tracks of its init segment
   * @return seconds; NaN if the {@code moof} does not lie in these bytes, or says no time
   */
  public static double startS(byte[] start, List<TrackHeader> tracks) {
    double earliestS = Double.NaN;
    Boxes.Cursor top = Boxes.in(start, 0, start.length);
    while (top.next()) {
      if (top.type() == Box.MOOF && top.isWhole()) {
        Boxes.Cursor moof = top.children(0);
        while (moof.next()) {
          if (moof.type() == Boxes.TRAF) {
            double startS = startS(moof.children(0), tracks);
            if (!(startS >= earliestS)) {
              earliestS = Double.isNaN(startS) ? earliestS : startS;
            }
          }
        }
        return earliestS;
      }
    }
    return Double.NaN;
  }

  private static double startS(Boxes.Cursor traf, List<TrackHeader> tracks) {
    double timescale = Double.NaN;
    while (traf.next()) {
      if (traf.type() == Boxes.TFHD) {
        for (TrackHeader track : tracks) {
          if (track.id() == traf.u32(4)) {
            timescale = track.timescale();
          }
        }
      } else if (traf.type() == Boxes.TFDT) {
        return (traf.version() == 1 ? traf.u64(4) : traf.u32(4)) / timescale;
      }
    }
    return Double.NaN;
  }
}
