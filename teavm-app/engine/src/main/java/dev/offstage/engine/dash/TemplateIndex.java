package dev.offstage.engine.dash;

import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import dev.offstage.engine.util.Urls;

/**
 * Segments whose URLs come from a template.
 *
 * @param times when they are
 * @param media makes their URLs
 * @param baseUrl what these are relative to
 * @param startNumber {@code $Number$} of the first one
 */
record TemplateIndex(SegmentTimes times, UrlTemplate media, String baseUrl, double startNumber)
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
    String url = Urls.resolve(baseUrl, media.fill(startNumber + position, startTicks));
    return new Segment(position, times.startS(position), times.endS(position), url, null);
  }
}
