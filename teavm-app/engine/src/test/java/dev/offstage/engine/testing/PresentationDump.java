package dev.offstage.engine.testing;

import dev.offstage.engine.container.SegmentIndexReaders;
import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.AdaptationSet;
import dev.offstage.engine.presentation.IndexStep;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.Period;
import dev.offstage.engine.presentation.Presentation;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentAddressing.Indexed;
import dev.offstage.engine.presentation.SegmentAddressing.Listed;
import dev.offstage.engine.presentation.SegmentAddressing.Playlist;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.presentation.SegmentIndexReader;

/** A presentation as text, every segment included. */
public final class PresentationDump {
  private PresentationDump() {}

  /** Loads indexes from disk where the media has them. */
  public static String of(Presentation presentation) {
    StringBuilder out = new StringBuilder();
    out.append("presentation ").append(presentation.durationS()).append(" s\n");
    for (String leftOut : presentation.leftOut()) {
      out.append("left out: ").append(leftOut).append('\n');
    }
    for (Period period : presentation.periods()) {
      out.append("period ").append(period.id()).append(' ');
      out.append(period.startS()).append('-').append(period.endS()).append(" s\n");
      for (AdaptationSet set : period.adaptationSets()) {
        out.append("  ").append(set.type()).append(' ').append(set.id());
        out.append(" lang=").append(set.language()).append(" label=").append(set.label());
        out.append(" roles=").append(set.roles()).append('\n');
        for (Representation representation : set.representations()) {
          dump(representation, period, out);
        }
      }
    }
    return out.toString();
  }

  private static void dump(Representation representation, Period period, StringBuilder out) {
    out.append("    ").append(representation.id()).append(' ');
    out.append(representation.bandwidthBps()).append(" bit/s ");
    out.append(representation.format()).append('\n');
    InitSegment init = representation.init();
    out.append("      offset ").append(representation.presentationTimeOffsetS()).append(" s\n");
    if (representation.segments() instanceof Playlist playlist && playlist.known() == null) {
      out.append("      playlist ").append(playlist.address().bases()).append('\n');
    }
    out.append("      init ").append(init == null ? "none" : init.url() + range(init.range()));
    out.append('\n');
    SegmentIndex index = index(representation, period);
    for (int i = 0; i < index.count(); i++) {
      Segment segment = index.segment(i);
      out.append("      ").append(i).append(' ');
      out.append(segment.startS()).append('-').append(segment.endS()).append(" s ");
      out.append(segment.url()).append(range(segment.range()));
      if (segment.init() != null) {
        out.append(" init ").append(segment.init().url()).append(range(segment.init().range()));
        out.append(" timeline ").append(segment.timeline());
      }
      out.append(segment.isGap() ? " gap" : "").append('\n');
    }
  }

  /** The index of a Representation, loaded from disk if it lies in the media. */
  public static SegmentIndex index(Representation representation, Period period) {
    if (representation.segments() instanceof Listed listed) {
      return listed.index();
    }
    if (representation.segments() instanceof Playlist playlist) {
      if (playlist.known() != null) {
        return playlist.known();
      }
      Address address = playlist.address();
      String url = address.url(address.bases().size() - 1); // some tests have nothing at the first
      return playlist.reader().read(new ArrayBytes(MediaFiles.read(url)), url, null, null);
    }
    Indexed indexed = (Indexed) representation.segments();
    return load(
        SegmentIndexReaders.create(representation, indexed, period.endS() - period.startS()),
        MediaFiles.read(indexed.url()));
  }

  /** Drives a reader over a file. */
  public static SegmentIndex load(SegmentIndexReader reader, byte[] file) {
    IndexStep step = reader.start();
    while (step instanceof IndexStep.Load load) {
      int from = (int) Math.min(file.length, load.range().first());
      int to = (int) Math.min(file.length, load.range().last() + 1);
      byte[] data = new ArrayBytes(file).copy(from, to);
      step = reader.read(load.range(), new ArrayBytes(data));
    }
    return ((IndexStep.Complete) step).index();
  }

  private static String range(ByteRange range) {
    return range == null ? "" : " " + (long) range.first() + "-" + last(range);
  }

  private static String last(ByteRange range) {
    return range.last() == ByteRange.OPEN_END ? "" : "" + (long) range.last();
  }
}
