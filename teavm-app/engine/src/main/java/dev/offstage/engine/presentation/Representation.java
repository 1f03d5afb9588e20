package dev.offstage.engine.presentation;

import org.jspecify.annotations.Nullable;

/**
 * One quality of a track (ISO/IEC 23009-1, section 5.3.5).
 *
 * @param id unique within its period
 * @param format how it is encoded
 * @param bandwidthBps bits per second, as the manifest promises
 * @param init what initialises the decoder, or null where each segment does it itself
 * @param segments where the media is
 * @param presentationTimeOffsetS the media time, in seconds, that is shown at the period's start
 */
public record Representation(
    String id,
    Format format,
    int bandwidthBps,
    @Nullable InitSegment init,
    SegmentAddressing segments,
    double presentationTimeOffsetS) {}
