package dev.offstage.simulator.element;

import dev.offstage.engine.buffer.Placement;
import dev.offstage.engine.mp4.InitSegmentReader;
import dev.offstage.engine.mp4.TrackHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads real fragmented MP4, as the engine makes it of transport streams and packed audio: each
 * append is an init segment, or a {@code moof} of one track with its {@code mdat}.
 */
final class FragmentReader {
  /**
   * What a fragment adds.
   *
   * @param track counted from 0
   * @param frames the group that was begun before as far as it is known now, and further ones
   * @param knownToS up to where they have been told before
   */
  record Added(int track, List<Block> frames, double knownToS) {}

  private List<TrackHeader> tracks = List.of();
  private @Nullable Block[] open = new Block[0];

  /** The type of the box that data begins with; empty where it is too short. */
  static String type(byte[] start) {
    return start.length < 8 ? "" : new String(start, 4, 4, StandardCharsets.ISO_8859_1);
  }

  /** Takes an init segment in. Returns how many tracks it has. */
  int init(byte[] data) {
    tracks = InitSegmentReader.tracks(data);
    reset();
    return tracks.size();
  }

  /** What follows has to begin with a frame that can be decoded alone. */
  void reset() {
    open = new Block[tracks.size()];
  }

  /** Takes a fragment. */
  Added fragment(byte[] data, Placement placement) {
    ByteBuffer tfhd = ByteBuffer.wrap(box(data, "tfhd"));
    int flags = tfhd.getInt();
    int track = trackOf(tfhd.getInt());
    int sameDuration = (flags & 8) != 0 ? tfhd.getInt() : 0;
    int sameFlags = (flags & 0x20) != 0 ? tfhd.getInt() : 0;
    double timescale = tracks.get(track).timescale();
    double ticks = ByteBuffer.wrap(box(data, "tfdt")).getLong(4);
    ByteBuffer trun = ByteBuffer.wrap(box(data, "trun"));
    int has = trun.getInt();
    int count = trun.getInt();
    trun.getInt();
    Block before = open[track];
    List<Block> frames = new ArrayList<>();
    Block current = before;
    boolean areIndependent = (has & 0x400) == 0;
    for (int i = 0; i < count; i++) {
      int duration = (has & 0x100) != 0 ? trun.getInt() : sameDuration;
      int size = trun.getInt();
      int sampleFlags = (has & 0x400) != 0 ? trun.getInt() : sameFlags;
      int offset = (has & 0x800) != 0 ? trun.getInt() : 0;
      double startS = (ticks + offset) / timescale + placement.timestampOffsetS();
      double endS = startS + duration / timescale;
      ticks += duration;
      boolean isKey = (sampleFlags & 0x10000) == 0;
      boolean goesOn = current != null && Math.abs(startS - current.endS()) < current.frameS() / 2;
      if (goesOn && (!isKey || areIndependent && current.independent())) {
        current =
            new Block(
                current.startS(),
                endS,
                current.frameS(),
                current.independent(),
                current.source(),
                current.bytesPerS());
      } else if (isKey) {
        if (current != null) {
          frames.add(current);
        }
        String source = tracks.get(track).codec() + " at " + startS;
        double frameS = endS - startS;
        current = new Block(startS, endS, frameS, areIndependent, source, size / frameS);
      } else {
        continue; // it needs what is not there
      }
    }
    if (current != null) {
      frames.add(current);
    }
    open[track] = current;
    List<Block> within = new ArrayList<>();
    for (Block frame : frames) {
      Block kept = frame.from(placement.windowStartS()).endingBy(placement.windowEndS());
      if (!kept.isEmpty()) {
        within.add(kept);
      }
    }
    return new Added(track, within, before == null ? Double.NEGATIVE_INFINITY : before.endS());
  }

  private int trackOf(int id) {
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).id() == id) {
        return i;
      }
    }
    throw new IllegalStateException("a fragment of track " + id + ", which no init segment has");
  }

  private static byte[] box(byte[] data, String type) {
    int at = 0;
    while (at + 8 <= data.length) {
      int size = ByteBuffer.wrap(data).getInt(at);
      String name = new String(data, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (name.equals(type)) {
        byte[] body = new byte[size - 8];
        System.arraycopy(data, at + 8, body, 0, body.length);
        return body;
      }
      at += name.equals("moof") || name.equals("traf") ? 8 : size;
    }
    throw new IllegalStateException("no " + type);
  }
}
