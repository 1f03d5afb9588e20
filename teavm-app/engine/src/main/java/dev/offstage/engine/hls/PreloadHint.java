package dev.offstage.engine.hls;

import dev.offstage.engine.media.ByteRange;

/**
 * {@code EXT-X-PRELOAD-HINT}: what will be needed next and may be asked for now (RFC 8216bis,
 * section 4.4.5.3).
 *
 * @param type {@code PART} or {@code MAP}
 * @param url absolute
 * @param range the bytes of it; its end is open where nobody knows it yet
 */
public record PreloadHint(String type, String url, ByteRange range) {}
