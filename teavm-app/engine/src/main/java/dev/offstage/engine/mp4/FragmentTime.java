package dev.offstage.engine.mp4;

import java.util.List;

/** Reads when a media segment starts, on its own timeline. */
public final class FragmentTime {
  /** Flags of a {@code trun} for fields of four bytes each. */
  private static final int[] BEFORE_COMPOSITION_OFFSET = {0x1, 0x4, 0x100, 0x200, 0x400};

  private FragmentTime() {}

  /**
   * When the first sample is decoded: the earliest of all tracks' {@code tfdt} in the first {@code
   * moof} (ISO/IEC 14496-12, section 8.8.12).
   *
   * @param start the segment from its first byte on
   * @param tracks of its init segment
   * @return seconds; NaN if the {@code moof} does not lie in these bytes, or says no time
   */
  public static double startS(byte[] start, List<TrackHeader> tracks) {
    return earliestS(start, tracks, false);
  }

  /**
   * When the first sample is shown, which may be later (section 8.8.8). It is a random access point
   * in what players get; no other one is shown before it.
   *
   * @param start as for {@link #startS}, and so are the others
   */
  public static double shownS(byte[] start, List<TrackHeader> tracks) {
    return earliestS(start, tracks, true);
  }

  private static double earliestS(byte[] start, List<TrackHeader> tracks, boolean shown) {
    double earliestS = Double.NaN;
    Boxes.Cursor top = Boxes.in(start, 0, start.length);
    while (top.next()) {
      if (top.type() == Box.MOOF && top.isWhole()) {
        Boxes.Cursor moof = top.children(0);
        while (moof.next()) {
          if (moof.type() == Boxes.TRAF) {
            double timeS = timeS(moof.children(0), tracks, shown);
            if (!(timeS >= earliestS)) {
              earliestS = Double.isNaN(timeS) ? earliestS : timeS;
            }
          }
        }
        return earliestS;
      }
    }
    return Double.NaN;
  }

  private static double timeS(Boxes.Cursor traf, List<TrackHeader> tracks, boolean shown) {
    double timescale = Double.NaN;
    double ticks = Double.NaN;
    while (traf.next()) {
      if (traf.type() == Boxes.TFHD) {
        for (TrackHeader track : tracks) {
          if (track.id() == traf.u32(4)) {
            timescale = track.timescale();
          }
        }
      } else if (traf.type() == Boxes.TFDT) {
        ticks = traf.version() == 1 ? traf.u64(4) : traf.u32(4);
      } else if (traf.type() == Boxes.TRUN && shown) {
        return (ticks + compositionOffset(traf)) / timescale;
      }
    }
    return ticks / timescale;
  }

  /** Of the first sample of a {@code trun}, in ticks. */
  private static double compositionOffset(Boxes.Cursor trun) {
    int flags = (trun.u8(2) << 8) | trun.u8(3);
    if ((flags & 0x800) == 0) {
      return 0;
    }
    int at = 8;
    for (int field : BEFORE_COMPOSITION_OFFSET) {
      if ((flags & field) != 0) {
        at += 4;
      }
    }
    double offset = trun.u32(at);
    return offset < 2147483648.0 ? offset : offset - 4294967296.0;
  }
}
