package dev.offstage.engine.hls;

import org.jspecify.annotations.Nullable;

/**
 * {@code EXT-X-SESSION-DATA}: something about the presentation (RFC 8216bis, section 4.4.6.4).
 *
 * @param id such as {@code com.example.title}
 * @param value the data itself, or null
 * @param url where the data is, absolute, or null
 * @param format {@code JSON} or {@code RAW}, of what is there
 * @param language BCP 47, or null
 */
public record SessionData(
    String id,
    @Nullable String value,
    @Nullable String url,
    String format,
    @Nullable String language) {}
