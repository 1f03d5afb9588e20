package dev.offstage.engine.transmux;

import dev.offstage.engine.codec.Id3Frame;
import java.util.List;

/**
 * An ID3 tag.
 *
 * @param timeS when it counts, in media time, in seconds
 * @param frames what is in it
 */
public record TimedMetadata(double timeS, List<Id3Frame> frames) implements Transmuxed {
  public TimedMetadata {
    frames = List.copyOf(frames);
  }
}
