package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Finds which addressing scheme a Representation uses: the innermost one wins. */
final class AddressingParser {
  private AddressingParser() {}

  /**
   * @param scope within the Representation
   * @param id its {@code @id}, for templates
   * @param bandwidthBps its {@code @bandwidth}, for templates
   * @param mimeType of its segments
   * @throws ParserException malformed, or unsupported if there is no way to its media
   */
  static Addressing parse(Scope scope, String id, double bandwidthBps, String mimeType) {
    for (XmlElement level : scope.elements().levels()) {
      if (level.child("SegmentTemplate") != null) {
        return SegmentTemplateParser.parse(
            scope.elements().descend("SegmentTemplate"), scope, id, bandwidthBps);
      }
      if (level.child("SegmentList") != null) {
        return SegmentListParser.parse(scope.elements().descend("SegmentList"), scope);
      }
      if (level.child("SegmentBase") != null) {
        return SegmentBaseParser.parse(scope.elements().descend("SegmentBase"), scope, mimeType);
      }
    }
    if (scope.elements().child("BaseURL") == null) {
      throw ParserException.unsupported("neither segments nor a BaseURL", scope.elements().where());
    }
    return SegmentBaseParser.wholeFile(new TimeUnit(1, 0, scope.periodDurationS()), scope);
  }

  /** Reads {@code Initialization}, which names a resource, a range of one, or both. */
  static @Nullable InitSegment initialization(Inherited segmentInfo, Scope scope) {
    XmlElement element = segmentInfo.child("Initialization");
    if (element == null) {
      return null;
    }
    String url = element.attribute("sourceURL");
    ByteRange range = Values.byteRange(element, "range");
    return new InitSegment(scope.address(url == null ? "" : url), range);
  }

  /** The times that a {@code SegmentTimeline} or {@code @duration} gives, or null without both. */
  static @Nullable SegmentTimes times(
      Inherited segmentInfo, Scope scope, TimeUnit unit, double limit) {
    XmlElement timeline = segmentInfo.child("SegmentTimeline");
    if (timeline != null && timeline.content() instanceof SegmentTimeline columns) {
      return columns.times(unit).first(limit);
    }
    double duration = segmentInfo.unsigned("duration", Double.NaN);
    return Double.isNaN(duration)
        ? null
        : scope.regular().get(unit, duration, limit, segmentInfo::where);
  }
}
