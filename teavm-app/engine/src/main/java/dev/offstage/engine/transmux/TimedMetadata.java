package dev.offstage.engine.transmux;

/**
 * An ID3 tag.
 *
 * @param timeS when it counts, in media time, in seconds
 * @param data all of it, in an array of its own
 */
public record TimedMetadata(double timeS, byte[] data) implements Transmuxed {}
