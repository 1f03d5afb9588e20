package dev.offstage.engine.presentation;

import dev.offstage.engine.media.ByteRange;

/** What a {@link SegmentIndexReader} has come to. */
public sealed interface IndexStep {
  /** Done. */
  record Complete(SegmentIndex index) implements IndexStep {}

  /**
   * More bytes of the media file are needed.
   *
   * @param range of the file; its end may be open or lie behind the file's
   */
  record Load(ByteRange range) implements IndexStep {}
}
