package dev.offstage.engine.dash;

import dev.offstage.engine.dash.ListIndex.Entry;
import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.presentation.InitSegment;
import dev.offstage.engine.presentation.SegmentAddressing.Indexed;
import dev.offstage.engine.presentation.SegmentAddressing.Listed;
import java.util.List;

/** {@code SegmentBase}, and a bare {@code BaseURL} (ISO/IEC 23009-1, section 5.3.9.2). */
final class SegmentBaseParser {
  private SegmentBaseParser() {}

  static Addressing parse(Inherited info, Scope scope, String mimeType) {
    TimeUnit unit = TimeUnit.of(info, scope.periodDurationS());
    ByteRange index = Values.byteRange(info.holderOf("indexRange"), "indexRange");
    if (index == null) {
      return wholeFile(unit, scope);
    }
    InitSegment init = AddressingParser.initialization(info, scope);
    if (init == null) {
      if (mimeType.endsWith("/webm") || index.first() == 0) {
        throw ParserException.unsupported("indexRange without Initialization", info.where());
      }
      // In MP4 the index follows what it indexes by: ftyp and moov.
      init = new InitSegment(scope.address(""), new ByteRange(0, index.first() - 1));
    }
    return new Addressing(init, new Indexed(scope.address(""), index), unit.offsetS());
  }

  /** One segment that initialises itself and lasts as long as the period. */
  static Addressing wholeFile(TimeUnit unit, Scope scope) {
    SegmentTimes times = unit.single(scope.elements()::where);
    ListIndex index = new ListIndex(times, List.of(new Entry("", null)), scope.bases());
    return new Addressing(null, new Listed(index), unit.offsetS());
  }
}
