package dev.offstage.engine.dash;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import java.util.List;

/**
 * Segments whose URLs come from a template.
 *
 * @param times when they are
 * @param media makes their URLs
 * @param bases what these are relative to
 * @param startNumber {@code $Number$} of the first one
 */
record TemplateIndex(SegmentTimes times, UrlTemplate media, List<BaseUrl> bases, double startNumber)
    implements SegmentIndex {
  @Override
  public int count() {
    return times.count();
  }

  @Override
  public int positionAt(double timeS) {
    return times.positionAt(timeS);
  }

  @Override
  public Segment segment(int position) {
    double startTicks = times.startTicks(position);
    Address address = new Address(bases, media.fill(startNumber + position, startTicks));
    return new Segment(position, times.startS(position), times.endS(position), address, null);
  }
}
