package dev.offstage.engine.hls;

import org.jspecify.annotations.Nullable;

/**
 * {@code EXT-X-MEDIA}: one version of a part of the presentation, such as one language (RFC
 * 8216bis, section 4.4.6.1). Zero or null stands for what the playlist does not say.
 *
 * @param type {@code AUDIO}, {@code VIDEO}, {@code SUBTITLES} or {@code CLOSED-CAPTIONS}
 * @param groupId by which variants name it
 * @param name for people
 * @param url of the media playlist, absolute; null where it lies in the variants' own media
 * @param language BCP 47
 * @param associatedLanguage BCP 47, of another use such as the written form
 * @param isDefault whether to play it where the viewer has said nothing
 * @param autoselect whether it may be chosen for the viewer's language
 * @param forced whether it holds what every viewer should read
 * @param instreamId of captions within the video
 * @param characteristics uniform type identifiers, by commas
 * @param channels such as {@code 6} or {@code 16/JOC}
 * @param bitDepth of audio
 * @param sampleRateHz of audio
 * @param stableId the same in every playlist of this content
 */
public record Rendition(
    String type,
    String groupId,
    String name,
    @Nullable String url,
    @Nullable String language,
    @Nullable String associatedLanguage,
    boolean isDefault,
    boolean autoselect,
    boolean forced,
    @Nullable String instreamId,
    @Nullable String characteristics,
    @Nullable String channels,
    int bitDepth,
    int sampleRateHz,
    @Nullable String stableId) {}
