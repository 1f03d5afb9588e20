package dev.offstage.engine.hls;

/**
 * {@code EXT-X-START}: where playback should begin (RFC 8216bis, section 4.4.2.2).
 *
 * @param offsetS from the start of the playlist, or where negative from the end of its last segment
 * @param precise whether nothing before that moment should be shown
 */
public record StartPoint(double offsetS, boolean precise) {}
