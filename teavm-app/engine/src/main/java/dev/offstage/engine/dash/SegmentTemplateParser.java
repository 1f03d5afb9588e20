package dev.offstage.engine.dash;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.SegmentAddressing.Listed;

/** {@code SegmentTemplate} (ISO/IEC 23009-1, section 5.3.9.4). */
final class SegmentTemplateParser {
  private SegmentTemplateParser() {}

  static Addressing parse(Inherited info, Scope scope, String id, double bandwidthBps) {
    String media = info.attribute("media");
    if (media == null) {
      throw ParserException.malformed("SegmentTemplate without media", info.where());
    }
    TimeUnit unit = TimeUnit.of(info, scope.periodDurationS());
    double startNumber = info.unsigned("startNumber", 1);
    double endNumber = info.unsigned("endNumber", Double.POSITIVE_INFINITY);
    SegmentTimes times = AddressingParser.times(info, scope, unit, endNumber - startNumber + 1);
    if (times == null) {
      times = unit.single(info::where);
    }
    String initialization = info.attribute("initialization");
    InitSegment init =
        initialization == null
            ? AddressingParser.initialization(info, scope)
            : new InitSegment(
                scope.address(
                    new UrlTemplate(initialization, id, bandwidthBps).fill(startNumber, 0)),
                null);
    UrlTemplate template = new UrlTemplate(media, id, bandwidthBps);
    return new Addressing(
        init,
        new Listed(new TemplateIndex(times, template, scope.bases(), startNumber)),
        unit.offsetS());
  }
}
