package dev.offstage.engine.container;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.mp4.SidxReader;
import dev.offstage.engine.presentation.ByteRangeIndexBuilder;
import dev.offstage.engine.presentation.Representation;
import dev.offstage.engine.presentation.SegmentAddressing.Indexed;
import dev.offstage.engine.presentation.SegmentIndexReader;
import dev.offstage.engine.webm.CuesReader;

/** Readers of the indexes that lie in media files. */
public final class SegmentIndexReaders {
  private SegmentIndexReaders() {}

  /**
   * A reader for one Representation.
   *
   * @param representation what the index belongs to
   * @param indexed its addressing
   * @param periodDurationS of its period, infinite where nobody knows
   * @throws ParserException unsupported if its container has no index that is known
   */
  public static SegmentIndexReader create(
      Representation representation, Indexed indexed, double periodDurationS) {
    ByteRangeIndexBuilder index =
        new ByteRangeIndexBuilder(
            indexed.address(), representation.presentationTimeOffsetS(), periodDurationS);
    String mimeType = representation.format().mimeType();
    if (mimeType.endsWith("/webm")) {
      return new CuesReader(representation.init(), indexed, index);
    }
    if (mimeType.endsWith("/mp4")) {
      return new SidxReader(indexed.indexRange(), index);
    }
    throw ParserException.unsupported("an index in " + mimeType, indexed.url());
  }
}
