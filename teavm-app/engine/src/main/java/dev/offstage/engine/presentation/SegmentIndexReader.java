package dev.offstage.engine.presentation;

import dev.offstage.engine.error.ParserException;
import dev.offstage.engine.media.ByteRange;
import dev.offstage.engine.media.Bytes;

/**
 * Reads the index that lies in a media file ({@link SegmentAddressing.Indexed}). One instance reads
 * one index: whoever has the network asks {@link #start}, loads what the step asks for, hands it to
 * {@link #read}, and so on until the step is {@link IndexStep.Complete}.
 */
public interface SegmentIndexReader {
  /** What to load first. */
  IndexStep.Load start();

  /**
   * Takes bytes of the media file.
   *
   * @param range what the last step asked for
   * @param data the bytes of it; fewer if the file ends before
   * @return what to load next, or the index
   * @throws ParserException if the bytes are no such index
   */
  IndexStep read(ByteRange range, Bytes data);
}
