package dev.offstage.engine.mp4;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what has to be known of the tracks of an init segment (ISO/IEC 14496-12, section 8.2). */
public final class InitSegmentReader {
  private InitSegmentReader() {}

  /**
   * The tracks, in order.
   *
   * @param init the whole init segment; what is no track in it is passed over
   */
  public static List<TrackHeader> tracks(byte[] init) {
    List<TrackHeader> tracks = new ArrayList<>();
    Boxes.Cursor top = Boxes.in(init, 0, init.length);
    while (top.next()) {
      if (top.type() == Boxes.MOOV) {
        Boxes.Cursor inner = top.children(0);
        while (inner.next()) {
          if (inner.type() == Boxes.TRAK) {
            TrackHeader track = track(inner.children(0));
            if (track != null) {
              tracks.add(track);
            }
          }
        }
      }
    }
    return tracks;
  }

  /** The codecs of the tracks, in order; empty texts for those that are not known. */
  public static List<String> codecs(byte[] init) {
    List<String> codecs = new ArrayList<>();
    for (TrackHeader track : tracks(init)) {
      codecs.add(track.codec());
    }
    return codecs;
  }

  private static @Nullable TrackHeader track(Boxes.Cursor trak) {
    double id = Double.NaN;
    double timescale = Double.NaN;
    String codec = "";
    while (trak.next()) {
      if (trak.type() == Boxes.TKHD) {
        id = trak.u32(trak.version() == 1 ? 20 : 12);
      } else if (trak.type() == Boxes.MDIA) {
        Boxes.Cursor mdia = trak.children(0);
        while (mdia.next()) {
          if (mdia.type() == Boxes.MDHD) {
            timescale = mdia.u32(mdia.version() == 1 ? 20 : 12);
          } else if (mdia.type() == Boxes.MINF) {
            codec = codec(mdia.children(0));
          }
        }
      }
    }
    return id >= 0 && timescale > 0 ? new TrackHeader(id, timescale, codec) : null;
  }

  private static String codec(Boxes.Cursor minf) {
    while (minf.next()) {
      if (minf.type() == Boxes.STBL) {
        Boxes.Cursor stbl = minf.children(0);
        while (stbl.next()) {
          if (stbl.type() == Boxes.STSD) {
            Boxes.Cursor entries = stbl.children(8);
            return entries.next() ? SampleEntries.codec(entries) : "";
          }
        }
      }
    }
    return "";
  }
}
