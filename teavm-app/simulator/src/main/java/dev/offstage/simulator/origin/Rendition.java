package dev.offstage.simulator.origin;

import java.util.List;

/**
 * One quality of a track.
 *
 * @param id the manifest's {@code Representation@id}
 * @param bandwidthBps bits per second
 * @param height in pixels, 0 for audio
 * @param codecs RFC 6381
 * @param segmentBytes how large each segment is; empty for the sizes that follow from the bit rate
 */
public record Rendition(
    String id, int bandwidthBps, int height, String codecs, List<Integer> segmentBytes) {
  public Rendition {
    segmentBytes = List.copyOf(segmentBytes);
  }

  /** With segments of the sizes that follow from the bit rate. */
  public Rendition(String id, int bandwidthBps, int height, String codecs) {
    this(id, bandwidthBps, height, codecs, List.of());
  }
}
