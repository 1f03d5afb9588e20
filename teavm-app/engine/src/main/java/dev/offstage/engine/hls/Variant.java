package dev.offstage.engine.hls;

import org.jspecify.annotations.Nullable;

/**
 * {@code EXT-X-STREAM-INF} or {@code EXT-X-I-FRAME-STREAM-INF}: the presentation in one quality
 * (RFC 8216bis, sections 4.4.6.2 and 4.4.6.3). Zero or null stands for what the playlist does not
 * say.
 *
 * @param url of the media playlist, absolute
 * @param bandwidthBps peak bits per second, audio included
 * @param averageBandwidthBps bits per second
 * @param score the higher, the better; NaN where it has none
 * @param codecs RFC 6381, of all that belongs to it
 * @param supplementalCodecs such as {@code dvh1.08.07/db4h}
 * @param width in pixels
 * @param height in pixels
 * @param frameRate frames per second
 * @param hdcpLevel such as {@code TYPE-1}
 * @param allowedCpc content protection that may play it
 * @param videoRange such as {@code SDR} or {@code PQ}
 * @param videoLayout such as {@code CH-STEREO} ({@code REQ-VIDEO-LAYOUT})
 * @param stableId the same in every playlist of this content
 * @param pathwayId the content delivery network it comes by; {@code .} where it does not say
 * @param audio the group of audio renditions
 * @param video the group of video renditions
 * @param subtitles the group of subtitle renditions
 * @param closedCaptions the group of captions within the video, or {@code NONE}
 */
public record Variant(
    String url,
    int bandwidthBps,
    int averageBandwidthBps,
    double score,
    @Nullable String codecs,
    @Nullable String supplementalCodecs,
    int width,
    int height,
    double frameRate,
    @Nullable String hdcpLevel,
    @Nullable String allowedCpc,
    @Nullable String videoRange,
    @Nullable String videoLayout,
    @Nullable String stableId,
    String pathwayId,
    @Nullable String audio,
    @Nullable String video,
    @Nullable String subtitles,
    @Nullable String closedCaptions) {}
