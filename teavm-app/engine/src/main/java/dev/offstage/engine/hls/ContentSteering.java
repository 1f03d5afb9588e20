package dev.offstage.engine.hls;

/**
 * {@code EXT-X-CONTENT-STEERING}: who says which pathway to take (RFC 8216bis, section 4.4.6.6).
 *
 * @param serverUrl of the steering manifest, absolute
 * @param pathwayId to begin with; empty where the playlist does not say
 */
public record ContentSteering(String serverUrl, String pathwayId) {}
