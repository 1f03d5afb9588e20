package dev.offstage.simulator.origin;

/**
 * One quality of a track.
 *
 * @param id the manifest's {@code Representation@id}
 * @param bandwidthBps bits per second; the segments have the sizes that follow from it
 * @param height in pixels, 0 for audio
 * @param codecs RFC 6381
 */
public record Rendition(String id, int bandwidthBps, int height, String codecs) {}
