package dev.offstage.engine.dash;

import dev.offstage.engine.dash.ListIndex.Entry;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.presentation.SegmentAddressing.Listed;
import dev.offstage.engine.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** {@code SegmentList} (ISO/IEC 23009-1, section 5.3.9.3). */
final class SegmentListParser {
  private SegmentListParser() {}

  static Addressing parse(Inherited info, Scope scope) {
    List<Entry> entries = new ArrayList<>();
    for (XmlElement url : info.children("SegmentURL")) {
      String media = url.attribute("media");
      entries.add(new Entry(media == null ? "" : media, Values.byteRange(url, "mediaRange")));
    }
    TimeUnit unit = TimeUnit.of(info, scope.periodDurationS());
    SegmentTimes times = AddressingParser.times(info, scope, unit, entries.size());
    if (times == null && entries.size() > 1) {
      throw ParserException.malformed("SegmentList without durations", info.where());
    }
    if (times == null) {
      times = unit.single(info::where).first(entries.size());
    }
    return new Addressing(
        AddressingParser.initialization(info, scope),
        new Listed(new ListIndex(times, entries, scope.bases())),
        unit.offsetS());
  }
}
