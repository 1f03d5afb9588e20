package dev.offstage.engine.hls;

import dev.offstage.engine.media.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXT-X-PART}: a piece of a segment, named before the segment is complete (RFC 8216bis,
 * section 4.4.4.9).
 *
 * @param mediaSequence of the segment that it is a part of
 * @param startS on the timeline of the playlist's segments
 * @param durationS in seconds
 * @param url absolute
 * @param range the bytes of it, or null for the whole resource
 * @param independent whether it starts with a key frame
 * @param gap whether it is not there
 */
public record PartialSegment(
    double mediaSequence,
    double startS,
    double durationS,
    String url,
    @Nullable ByteRange range,
    boolean independent,
    boolean gap) {}
