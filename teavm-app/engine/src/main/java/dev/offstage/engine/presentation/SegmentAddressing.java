package dev.offstage.engine.presentation;

import dev.offstage.engine.media.ByteRange;

/** How the segments of a Representation are found. */
public sealed interface SegmentAddressing {
  /** The manifest names them all. */
  record Listed(SegmentIndex index) implements SegmentAddressing {}

  /**
   * The media file holds an index that must be loaded first: {@code sidx} boxes (ISO/IEC 14496-12,
   * section 8.16.3) or WebM {@code Cues}.
   *
   * @param url the media file, absolute
   * @param indexRange where the index lies in it
   */
  record Indexed(String url, ByteRange indexRange) implements SegmentAddressing {}
}
