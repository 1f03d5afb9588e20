package dev.offstage.engine.dash;

import dev.offstage.engine.media.Address;
import dev.offstage.engine.media.BaseUrl;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.Segment;
import dev.offstage.engine.presentation.SegmentIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments that the MPD names one by one.
 *
 * @param times when they are; no more than there are entries
 * @param entries where they are
 * @param bases what their URLs are relative to
 */
record ListIndex(SegmentTimes times, List<Entry> entries, List<BaseUrl> bases)
    implements SegmentIndex {

  /**
   * @param url a reference, empty for the base URL itself
   * @param range the bytes of it, or null for the whole resource
   */
  record Entry(String url, @Nullable ByteRange range) {}

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
    double startS = times.startS(position);
    Entry entry = entries.get(position);
    Address address = new Address(bases, entry.url);
    return new Segment(position, startS, times.endS(position), address, entry.range);
  }
}
