package dev.offstage.engine.transmux;

import dev.offstage.engine.media.MediaType;

/**
 * A media segment of one fragment. All times are media time: that of the stream's own timestamps,
 * counted on beyond their 33 bits.
 *
 * @param type the track's
 * @param data the segment, in an array of its own
 * @param startS when its first sample is shown, in seconds
 * @param endS when its last sample is no longer shown, in seconds
 * @param timestampOffsetS what makes media time of the times in {@code data}, in seconds: 0 in MP4,
 *     unless media time is negative, which MP4 cannot say; {@code startS} in {@code audio/mpeg},
 *     which has no times, so that each fragment begins at 0
 * @param samples how many
 * @param startsWithKey whether decoding can start with its first sample
 */
public record TrackFragment(
    MediaType type,
    byte[] data,
    double startS,
    double endS,
    double timestampOffsetS,
    int samples,
    boolean startsWithKey)
    implements Transmuxed {}
