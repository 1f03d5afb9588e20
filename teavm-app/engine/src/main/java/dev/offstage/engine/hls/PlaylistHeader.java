package dev.offstage.engine.hls;

import org.jspecify.annotations.Nullable;

/**
 * What both kinds of playlist may say of themselves (RFC 8216bis, sections 4.4.1 and 4.4.2).
 *
 * @param version {@code EXT-X-VERSION}, 1 where there is none
 * @param independentSegments whether each segment can be decoded without others
 * @param start where to start, or null
 * @param variables what {@code EXT-X-DEFINE} defines
 */
public record PlaylistHeader(
    int version, boolean independentSegments, @Nullable StartPoint start, Variables variables) {}
