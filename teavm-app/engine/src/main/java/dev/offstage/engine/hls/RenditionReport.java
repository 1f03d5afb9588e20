package dev.offstage.engine.hls;

/**
 * {@code EXT-X-RENDITION-REPORT}: how far another media playlist is (RFC 8216bis, section 4.4.5.4).
 *
 * @param url of that playlist, absolute
 * @param lastMediaSequence of its last segment; NaN where it does not say
 * @param lastPart the index of its last part; NaN where it does not say
 */
public record RenditionReport(String url, double lastMediaSequence, double lastPart) {}
